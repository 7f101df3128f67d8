/* SPDX-License-Identifier: Apache-2.0 */
import { useTranslation } from "react-i18next";
import type { AccessRequest } from "../../../api/types";
import { SensitivityLabel } from "../../../components/SensitivityLabel";
import { period } from "../../../components/timeWords";
import { useWords } from "../../../components/useWords";

type ItemProps = {
  request: AccessRequest;
  /** How long the access would be; without it nobody is about to get it. */
  duration?: string;
};

/** Who, what and how long in two lines. */
export const Item = ({ request, duration }: ItemProps) => {
  const { t, i18n } = useTranslation();
  const words = useWords();
  return (
    <>
      <strong>{request.subject.username}</strong>: {words.data(request)}{" "}
      <SensitivityLabel sensitivity={request.sensitivity} />
      <div className="pf-v5-u-color-200 pf-v5-u-font-size-sm">
        {t("dataAccessItem", {
          application: request.clientId,
          purpose: words.purpose(request.purpose),
        })}
        {duration &&
          ` · ${t("dataAccessFor", { duration: period(duration, i18n.language) })}`}
      </div>
    </>
  );
};
