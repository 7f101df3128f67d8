/* SPDX-License-Identifier: Apache-2.0 */
import type { ReactNode } from "react";
import { applicationText } from "../../../../components/text/applicationText";
import { useTranslation } from "react-i18next";
import type { AccessRequest } from "../../../../api/types";
import { AskedBy } from "../../../../components/AskedBy";
import { Person } from "../../../../components/text/Person";
import { SensitivityLabel } from "../../../../components/text/SensitivityLabel";
import { period } from "../../../../components/text/timeWords";
import { limit } from "../durations";
import { useWords } from "../../../../components/text/useWords";

type ItemProps = {
  request: AccessRequest;
  /** How long the access would be; without it nobody is about to get it. */
  duration?: string;
  children?: ReactNode;
};

/** For whom, what, who asks and how long in two lines: what is decided together may differ in each. */
export const Item = ({ request, duration, children }: ItemProps) => {
  const { t, i18n } = useTranslation();
  const words = useWords();
  const most = limit(request);
  return (
    <>
      <strong>
        <Person of={request.subject} />
      </strong>
      : {words.data(request)}{" "}
      <SensitivityLabel sensitivity={request.sensitivity} />
      <div className="pf-v5-u-color-200 pf-v5-u-font-size-sm">
        <AskedBy requester={request.requester} /> ·{" "}
        {t("dataAccessItem", {
          application: applicationText(request),
          purpose: words.purpose(request.purpose),
        })}
        {duration &&
          ` · ${t("dataAccessFor", { duration: period(duration, i18n.language) })}`}
        {duration &&
          duration !== request.requestedDuration &&
          ` (${[
            t("dataAccessForAsked", {
              duration: period(request.requestedDuration, i18n.language),
            }),
            most &&
              t("dataAccessForAtMost", {
                duration: period(most, i18n.language),
              }),
          ]
            .filter(Boolean)
            .join("; ")})`}
      </div>
      {children}
    </>
  );
};
