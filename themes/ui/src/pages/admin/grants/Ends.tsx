/* SPDX-License-Identifier: Apache-2.0 */
import { Label } from "@patternfly/react-core";
import { ExclamationTriangleIcon } from "@patternfly/react-icons";
import { useTranslation } from "react-i18next";
import type { Grant } from "../../../api/types";
import { Person } from "../../../components/text/Person";
import { useWords } from "../../../components/text/useWords";
import { until } from "../course";
import { Moment } from "../../../components/text/Moment";

type EndsProps = { grant: Grant };

/** When it ends, as the gate would say: no hours are left of what opens nothing. */
export const Ends = ({ grant }: EndsProps) => {
  const { t } = useTranslation();
  const words = useWords();
  const own = words.moment(grant.approvedUntil);
  if (!grant.usable) {
    return (
      <>
        <Label color="orange" icon={<ExclamationTriangleIcon />} isCompact>
          {t("dataAccessUnusable")}
        </Label>
        <div className="pf-v5-u-font-size-sm">
          {t("dataAccessUnusableHelp", { until: own })}
        </div>
      </>
    );
  }
  return (
    <>
      <Moment at={until(grant)} />
      {until(grant) !== grant.approvedUntil && (
        <div className="pf-v5-u-font-size-sm">
          {t("dataAccessShortenedByPolicy", { until: own })}
        </div>
      )}
    </>
  );
};

export const EndedBy = ({ grant: { endedBy, endedAt } }: EndsProps) => {
  const { t } = useTranslation();
  return endedBy ? (
    <Person of={endedBy} />
  ) : (
    t(endedAt ? "dataAccessEndedByServer" : "dataAccessTimeRanOut")
  );
};

export const EndReason = ({ grant: { endReason } }: EndsProps) => (
  <bdi>{useWords().endReason(endReason) || "—"}</bdi>
);
