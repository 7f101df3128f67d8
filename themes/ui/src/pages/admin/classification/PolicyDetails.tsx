/* SPDX-License-Identifier: Apache-2.0 */
import {
  CodeBlock,
  CodeBlockCode,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Policy } from "../../../api/classification";
import { Duration } from "../../../components/text/Duration";
import { Lines } from "./Lines";
import type { ReactNode } from "react";

type PartProps = { term: string; children: ReactNode };

const Part = ({ term, children }: PartProps) => {
  const { t } = useTranslation();
  return (
    <DescriptionListGroup>
      <DescriptionListTerm>{t(term)}</DescriptionListTerm>
      <DescriptionListDescription>{children}</DescriptionListDescription>
    </DescriptionListGroup>
  );
};

const Condition = ({ term, source }: { term: string; source: string }) => (
  <Part term={term}>
    <CodeBlock>
      <CodeBlockCode>{source}</CodeBlockCode>
    </CodeBlock>
  </Part>
);

const Ticket = ({
  pattern,
  isRequired,
}: {
  pattern: string | null;
  isRequired: boolean;
}) => {
  const { t } = useTranslation();
  return (
    <>
      {t(isRequired ? "dataAccessTicketRequired" : "dataAccessTicketOptional")}
      {pattern && (
        <>
          {", "}
          {t("dataAccessTicketPattern")} <code>{pattern}</code>
        </>
      )}
    </>
  );
};

/** Everything a policy says beyond its row. */
export const PolicyDetails = ({ policy }: { policy: Policy }) => {
  const { t } = useTranslation();
  const approved = Object.keys(policy.requiredApprovals).length > 0;
  return (
    <DescriptionList isHorizontal isCompact>
      <Condition term="dataAccessEligibility" source={policy.eligibility} />
      <Condition term="dataAccessExemption" source={policy.exemption} />
      {approved && (
        <Condition
          term="dataAccessApproverCondition"
          source={policy.approverCondition}
        />
      )}
      {approved && (
        <>
          <Part term="dataAccessApproverLogin">
            {t("dataAccessNotOlderThan")}{" "}
            <Duration of={policy.approverMaxAge} />
            {policy.approverAcr && (
              <>
                {", acr "}
                <code>{policy.approverAcr}</code>
              </>
            )}
          </Part>
          <Part term="dataAccessUsual">
            <Duration of={policy.defaultDuration} />
          </Part>
          <Part term="dataAccessPendingExpiry">
            <Duration of={policy.pendingExpiry} />
          </Part>
          <Part term="dataAccessPurposes">
            <Lines of={policy.purposes} />
          </Part>
          <Part term="dataAccessTicket">
            <Ticket
              pattern={policy.ticketPattern}
              isRequired={policy.ticketRequired}
            />
            {policy.ticketHint && <div>{policy.ticketHint}</div>}
          </Part>
        </>
      )}
      <Part term="dataAccessTokenLifespan">
        <Duration of={policy.maxTokenLifespan} />
      </Part>
      {policy.noticeBeforeAccess && (
        <Part term="dataAccessNotice">{t("dataAccessNoticeOn")}</Part>
      )}
      <Part term="dataAccessContact">{policy.contact || "—"}</Part>
    </DescriptionList>
  );
};
