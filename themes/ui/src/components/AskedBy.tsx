/* SPDX-License-Identifier: Apache-2.0 */
import { useTranslation } from "react-i18next";
import type { AccessRequest } from "../api/types";

/** Who filed a request. Isolated: a name may be written from right to left. */
export const AskedBy = ({
  requester,
}: {
  requester: AccessRequest["requester"];
}) => {
  const { t } = useTranslation();
  return (
    <>
      {t("dataAccessAskedBy")} <bdi>{requester.username}</bdi>
    </>
  );
};
