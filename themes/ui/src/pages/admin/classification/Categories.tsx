/* SPDX-License-Identifier: Apache-2.0 */
import { ListEmptyState } from "@keycloak/keycloak-ui-shared";
import { Text, TextContent, TextVariants } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Classification } from "../../../api/classification";
import type { Category } from "../../../api/types";
import { type Column, Rows } from "../../../components/table/Rows";
import { SensitivityLabel } from "../../../components/text/SensitivityLabel";
import { byLevel } from "./order";
import { Lines } from "./Lines";

type CategoriesProps = Pick<Classification, "categories" | "scopes">;

/** Data categories, and which guarded scopes open them. */
export const Categories = ({ categories, scopes }: CategoriesProps) => {
  const { t } = useTranslation();
  const columns: Column<Category>[] = [
    {
      title: t("dataAccessJurisdiction"),
      cell: ({ jurisdiction }) => jurisdiction,
    },
    {
      title: t("dataAccessSensitivity"),
      cell: ({ sensitivity }) => <SensitivityLabel sensitivity={sensitivity} />,
    },
    {
      title: t("dataAccessCategory"),
      cell: ({ key, label }) => (
        <TextContent>
          <Text component={TextVariants.p} className="pf-v5-u-mb-0">
            {label}
          </Text>
          <Text component={TextVariants.small}>{key}</Text>
        </TextContent>
      ),
    },
    {
      title: t("dataAccessScopes"),
      cell: ({ key }) => (
        <Lines
          of={scopes
            .filter((scope) => scope.categories.includes(key))
            .map(({ name }) => name)}
        />
      ),
    },
  ];
  return categories.length === 0 ? (
    <ListEmptyState
      hasIcon={false}
      message={t("dataAccessNoCategories")}
      instructions={t("dataAccessNoCategoriesInstructions")}
    />
  ) : (
    <Rows
      rows={[...categories].sort(byLevel)}
      columns={columns}
      rowKey={({ key }) => key}
      label={t("dataAccessCategories")}
    />
  );
};
