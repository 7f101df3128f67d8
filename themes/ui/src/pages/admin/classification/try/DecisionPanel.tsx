/* SPDX-License-Identifier: Apache-2.0 */
import {
  Alert,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { toRequest } from "../../../../admin/paths";
import type { Attempt, Decision } from "../../../../api/decisions";
import { RelativeTime } from "../../../../components/text/RelativeTime";
import { useWords } from "../../../../components/text/useWords";
import { useApi } from "../../../../queries/api";
import { TextLink } from "../../../../components/TextLink";

type PartProps = { term: string; children: ReactNode };

const Part = ({ term, children }: PartProps) => (
  <DescriptionListGroup>
    <DescriptionListTerm>{term}</DescriptionListTerm>
    <DescriptionListDescription>{children}</DescriptionListDescription>
  </DescriptionListGroup>
);

type DecisionPanelProps = { decision: Decision; attempt: Attempt };

/** What was decided, about what, by which rule, and on what it rests. */
export const DecisionPanel = ({ decision, attempt }: DecisionPanelProps) => {
  const { t } = useTranslation();
  const words = useWords();
  const { realm } = useApi();
  const { allowed, rule, policies, grant } = decision;
  return (
    <Alert
      variant={allowed ? "success" : "danger"}
      isInline
      component="p"
      title={t(allowed ? "dataAccessAllowed" : "dataAccessRefused", attempt)}
    >
      <DescriptionList isHorizontal isCompact>
        <Part term={t("dataAccessReason")}>
          {t(`dataAccessRule.${rule}`, { defaultValue: rule })}
        </Part>
        <Part term={t("dataAccessRule")}>
          <code>{rule}</code>
        </Part>
        <Part term={t("dataAccessPolicies")}>
          {policies.length > 0 ? policies.join(", ") : "—"}
        </Part>
        {grant && (
          <Part term={t("dataAccessGrant")}>
            <TextLink to={toRequest({ realm, id: grant.requestId })}>
              {t("dataAccessGrantFor", {
                purpose: words.purpose(grant.purpose),
              })}
            </TextLink>
            {", "}
            {t("dataAccessEnds")} <RelativeTime at={grant.approvedUntil} />
          </Part>
        )}
      </DescriptionList>
    </Alert>
  );
};
