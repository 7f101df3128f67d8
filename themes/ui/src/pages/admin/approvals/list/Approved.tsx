/* SPDX-License-Identifier: Apache-2.0 */
import { useTranslation } from "react-i18next";
import type { AccessRequest } from "../../../../api/types";
import { useWords } from "../../../../components/text/useWords";
import { approvedFor } from "../durations";
import { Line } from "./Cells";

/** For how long an access was approved, where that is less than was asked for. */
export const Approved = ({ request }: { request: AccessRequest }) => {
  const { t } = useTranslation();
  const words = useWords();
  const given = approvedFor(request);
  if (!given) {
    return null;
  }
  const said = t("dataAccessApprovedFor", { duration: words.period(given) });
  return (
    <Line isSmall title={said}>
      {said}
    </Line>
  );
};
