/* SPDX-License-Identifier: Apache-2.0 */
import { useTranslation } from "react-i18next";
import type { AccessRequest } from "../api/types";
import { Person } from "./text/Person";

/** Who filed a request. */
export const AskedBy = ({
  requester,
}: {
  requester: AccessRequest["requester"];
}) => {
  const { t } = useTranslation();
  return (
    <>
      {t("dataAccessAskedBy")} <Person of={requester} />
    </>
  );
};
