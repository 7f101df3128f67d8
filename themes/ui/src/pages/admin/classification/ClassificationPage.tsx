/* SPDX-License-Identifier: Apache-2.0 */
import { useAccess, useRealm, ViewHeader } from "@keycloak/keycloak-admin-ui";
import { PageSection } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { toClassification } from "../../../admin/paths";
import type { Classification, Problem } from "../../../api/classification";
import { type AddressTab, AddressTabs } from "../../../components/AddressTabs";
import { Loaded } from "../../../components/Loaded";
import { useClassification } from "../../../queries/classification";
import { useMe } from "../../../queries/me";
import { Categories } from "./Categories";
import { GuardedScopes } from "./GuardedScopes";
import { placeOf } from "./problems/places";
import { Policies } from "./Policies";
import { Problems } from "./problems/Problems";
import { ReadOnly } from "./problems/ReadOnly";
import { TryIt } from "./try/TryIt";

/** In the order of need: what is wrong comes first. */
const useTabs = ({
  categories,
  policies,
  scopes,
  problems,
}: Classification): AddressTab[] => {
  const { realm } = useRealm();
  const { hasAccess } = useAccess();
  const me = useMe().data;
  const wrong: AddressTab = {
    to: toClassification({ realm, tab: "problems" }),
    title: "dataAccessProblems",
    count: problems.length,
    content: (
      <Problems
        problems={problems}
        placeOf={({ code, resource }: Problem) =>
          placeOf(realm, code, resource, hasAccess)
        }
      />
    ),
  };
  const classified: AddressTab[] = [
    {
      to: toClassification({ realm, tab: "categories" }),
      title: "dataAccessCategories",
      content: <Categories categories={categories} scopes={scopes} />,
    },
    {
      to: toClassification({ realm, tab: "policies" }),
      title: "dataAccessPolicies",
      content: <Policies policies={policies} />,
    },
    {
      to: toClassification({ realm, tab: "scopes" }),
      title: "dataAccessScopes",
      content: <GuardedScopes categories={categories} scopes={scopes} />,
    },
  ];
  const attempt: AddressTab = {
    to: toClassification({ realm, tab: "try-it" }),
    title: "dataAccessTryIt",
    content: <TryIt scopes={scopes} />,
  };
  return [
    ...(problems.length > 0 ? [wrong, ...classified] : [...classified, wrong]),
    ...(me?.auditor || me?.policyAdmin ? [attempt] : []),
  ];
};

const Tabbed = ({ classification }: { classification: Classification }) => (
  <AddressTabs tabs={useTabs(classification)} />
);

const ClassificationPage = () => {
  const { t } = useTranslation();
  const classification = useClassification();
  return (
    <>
      <ViewHeader
        titleKey="dataAccessClassification"
        subKey="dataAccessClassificationExplain"
        divider={false}
      />
      <PageSection variant="light" className="pf-v5-u-p-0">
        <Loaded query={classification}>
          {(loaded) => (
            <>
              <ReadOnly />
              <Tabbed classification={loaded} />
              {loaded.version && (
                <div className="pf-v5-u-p-md pf-v5-u-color-200 pf-v5-u-font-size-sm">
                  {t("dataAccessVersion", { version: loaded.version })}
                </div>
              )}
            </>
          )}
        </Loaded>
      </PageSection>
    </>
  );
};

export default ClassificationPage;
