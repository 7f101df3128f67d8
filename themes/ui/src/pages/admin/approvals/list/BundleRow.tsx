/* SPDX-License-Identifier: Apache-2.0 */
import { useTranslation } from "react-i18next";
import type { Bundle } from "../../../../api/bundles";
import { AskedBy } from "../../../../components/AskedBy";
import { Person, personText } from "../../../../components/text/Person";
import { SensitivityLabel } from "../../../../components/text/SensitivityLabel";
import { useWords } from "../../../../components/text/useWords";
import { Approved } from "./Approved";
import { named, summary } from "./bundle";
import { Approvals, Cell, Line, Standings, Times, UrgentLabel } from "./Cells";
import { Extension } from "../request/Extension";
import { RequestLink } from "./RequestLink";

/** The cells of one row, which stands for all requests of the bundle. */
export const BundleRow = ({ bundle }: { bundle: Bundle }) => {
  const { t, i18n } = useTranslation();
  const words = useWords();
  const first = named(bundle.requests);
  const others = bundle.requests.filter((one) => one !== first);
  const { applications, purposes, durations, urgent } = summary(bundle);
  if (!first) {
    return null;
  }
  const { subject, requester } = first;
  const about = Object.entries(subject.attributes)
    .map(([name, value]) => words.value(name, value))
    .join(", ");
  const list = new Intl.ListFormat(i18n.language, { type: "unit" });
  const application = list.format(applications);
  const purpose = list.format(purposes.map(words.purpose));
  // No list: "1 hour, 30 minutes" is one duration.
  const duration = durations.map(words.period).join(" / ");
  const extending = bundle.requests.find((one) => one.extended);
  return (
    <>
      <Cell title={t("dataAccessSubject")}>
        <Line title={personText(subject)}>
          <RequestLink request={first}>
            <Person of={subject} />
          </RequestLink>
        </Line>
        <Line isSmall title={about}>
          {urgent && <UrgentLabel />} <bdi>{about}</bdi>
          {requester.id !== subject.id && (
            <>
              {" "}
              <AskedBy requester={requester} />
            </>
          )}
        </Line>
      </Cell>
      <Cell title={t("dataAccessData")}>
        {first.categories.map(({ key, label }) => (
          <Line key={key} title={label}>
            {label}
          </Line>
        ))}
        <Line>
          <SensitivityLabel sensitivity={first.sensitivity} />{" "}
          {others.length > 0 &&
            t("dataAccessMoreRequests", { count: others.length })}
        </Line>
      </Cell>
      <Cell title={t("dataAccessApplication")}>
        <Line title={application}>{application}</Line>
        <Line isSmall title={purpose}>
          {purpose}
        </Line>
      </Cell>
      <Cell title={t("dataAccessDuration")}>
        <Line title={duration}>{duration}</Line>
        {extending && <Extension request={extending} isShort />}
        {others.length === 0 && <Approved request={first} />}
      </Cell>
      <Cell title={t("dataAccessAsked")}>
        <Times request={{ ...first, ...summary(bundle).times }} />
      </Cell>
      <Cell title={t("dataAccessStatus")}>
        {others.length === 0 ? (
          <Approvals request={first} isShort />
        ) : (
          <>
            <Line>
              {t("dataAccessRequests", { count: bundle.requests.length })}
            </Line>
            <Standings requests={bundle.requests} />
          </>
        )}
      </Cell>
    </>
  );
};
