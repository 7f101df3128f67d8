/* SPDX-License-Identifier: Apache-2.0 */
import { ListEmptyState } from "@keycloak/keycloak-ui-shared";
import { Label } from "@patternfly/react-core";
import { ExclamationCircleIcon } from "@patternfly/react-icons";
import { useTranslation } from "react-i18next";
import type { Classification, GuardedScope } from "../../../api/classification";
import { type Column, Rows } from "../../../components/table/Rows";
import { SensitivityLabel } from "../../../components/text/SensitivityLabel";
import { Lines } from "./Lines";

type GuardedScopesProps = Pick<Classification, "categories" | "scopes">;

/** Guarded scopes: what they open, who decides, which applications have them. */
export const GuardedScopes = ({ categories, scopes }: GuardedScopesProps) => {
  const { t } = useTranslation();
  const labelOf = (key: string) =>
    categories.find((category) => category.key === key)?.label ?? key;
  const columns: Column<GuardedScope>[] = [
    { title: t("dataAccessScope"), cell: ({ name }) => name },
    {
      title: t("dataAccessSensitivity"),
      cell: ({ sensitivity }) =>
        sensitivity ? (
          <SensitivityLabel sensitivity={sensitivity} />
        ) : (
          <Label color="red" icon={<ExclamationCircleIcon />} isCompact>
            {t("dataAccessUnclassified")}
          </Label>
        ),
    },
    {
      title: t("dataAccessCategories"),
      cell: (scope) => <Lines of={scope.categories.map(labelOf)} />,
    },
    {
      title: t("dataAccessPolicies"),
      cell: ({ policies }) => <Lines of={policies} />,
    },
    {
      title: t("dataAccessApplications"),
      cell: ({ clients }) => (
        <Lines
          of={clients.map(
            ({ clientId, assignment }) =>
              `${clientId} (${t(`dataAccessAssignment.${assignment}`, { defaultValue: assignment })})`,
          )}
        />
      ),
    },
  ];
  return scopes.length === 0 ? (
    <ListEmptyState
      hasIcon={false}
      message={t("dataAccessNoScopes")}
      instructions={t("dataAccessNoScopesInstructions")}
    />
  ) : (
    <Rows
      rows={scopes}
      columns={columns}
      rowKey={({ name }) => name}
      label={t("dataAccessScopes")}
    />
  );
};
