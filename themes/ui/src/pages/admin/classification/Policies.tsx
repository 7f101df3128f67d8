/* SPDX-License-Identifier: Apache-2.0 */
import { ListEmptyState } from "@keycloak/keycloak-ui-shared";
import {
  ExpandableRowContent,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
} from "@patternfly/react-table";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Policy } from "../../../api/classification";
import { Duration } from "../../../components/text/Duration";
import { groupName } from "../../../components/text/groupName";
import { SensitivityLabel } from "../../../components/text/SensitivityLabel";
import { Lines } from "./Lines";
import { byLevel } from "./order";
import { PolicyDetails } from "./PolicyDetails";

const COLUMNS = 6;

type PolicyRowProps = { policy: Policy; index: number };

const PolicyRow = ({ policy, index }: PolicyRowProps) => {
  const { t } = useTranslation();
  const [isExpanded, setExpanded] = useState(false);
  const groups = Object.keys(policy.requiredApprovals).map((group) => ({
    group,
    description: null,
  }));
  const required = Object.entries(policy.requiredApprovals).map(
    ([group, count]) =>
      t("dataAccessApprovalsOf", {
        group: groupName(group, groups),
        number: count,
      }),
  );
  return (
    <Tbody isExpanded={isExpanded}>
      <Tr>
        <Td
          expand={{
            rowIndex: index,
            isExpanded,
            expandId: "policy",
            onToggle: () => {
              setExpanded(!isExpanded);
            },
          }}
        />
        <Td dataLabel={t("dataAccessJurisdiction")}>{policy.jurisdiction}</Td>
        <Td dataLabel={t("dataAccessSensitivity")}>
          <SensitivityLabel sensitivity={policy.sensitivity} />
        </Td>
        <Td dataLabel={t("dataAccessPolicy")}>{policy.name}</Td>
        <Td dataLabel={t("dataAccessRequiredApprovals")}>
          {required.length > 0 ? (
            <Lines of={required} />
          ) : (
            t("dataAccessNoApprovals")
          )}
        </Td>
        <Td dataLabel={t("dataAccessLongest")}>
          {required.length > 0 ? <Duration of={policy.maxDuration} /> : "—"}
        </Td>
      </Tr>
      <Tr isExpanded={isExpanded}>
        <Td />
        <Td colSpan={COLUMNS - 1}>
          <ExpandableRowContent>
            <PolicyDetails policy={policy} />
          </ExpandableRowContent>
        </Td>
      </Tr>
    </Tbody>
  );
};

/** Approval policies, each with all its rules. */
export const Policies = ({ policies }: { policies: Policy[] }) => {
  const { t } = useTranslation();
  return policies.length === 0 ? (
    <ListEmptyState
      hasIcon={false}
      message={t("dataAccessNoPolicies")}
      instructions={t("dataAccessNoPoliciesInstructions")}
    />
  ) : (
    <Table variant="compact" aria-label={t("dataAccessPolicies")}>
      <Thead>
        <Tr>
          <Th screenReaderText={t("dataAccessDetails")} />
          <Th>{t("dataAccessJurisdiction")}</Th>
          <Th>{t("dataAccessSensitivity")}</Th>
          <Th>{t("dataAccessPolicy")}</Th>
          <Th>{t("dataAccessRequiredApprovals")}</Th>
          <Th>{t("dataAccessLongest")}</Th>
        </Tr>
      </Thead>
      {[...policies].sort(byLevel).map((policy, index) => (
        <PolicyRow key={policy.name} policy={policy} index={index} />
      ))}
    </Table>
  );
};
