/* SPDX-License-Identifier: Apache-2.0 */
import {
  RoutableTabs,
  useAccess,
  useRealm,
  ViewHeader,
} from "@keycloak/keycloak-admin-ui";
import { Badge, PageSection, Tab, TabTitleText } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useHref } from "react-router-dom";
import { type ClassificationTab, toClassification } from "../../../admin/paths";
import type { Classification, Problem } from "../../../api/classification";
import { Loaded } from "../../../components/Loaded";
import { useClassification } from "../../../queries/classification";
import { useMe } from "../../../queries/me";
import { Categories } from "./Categories";
import { GuardedScopes } from "./GuardedScopes";
import { placeOf } from "./places";
import { Policies } from "./Policies";
import { Problems } from "./Problems";
import { TryIt } from "./TryIt";

type TabOf = {
  tab: ClassificationTab;
  title: string;
  badge?: number;
  content: ReactNode;
};

/** What is to be seen, in the order of need: what is wrong comes first. */
const useTabs = ({
  categories,
  policies,
  scopes,
  problems,
}: Classification) => {
  const { realm } = useRealm();
  const { hasAccess } = useAccess();
  const me = useMe().data;
  const toFix: TabOf = {
    tab: "problems",
    title: "dataAccessProblems",
    badge: problems.length,
    content: (
      <Problems
        problems={problems}
        placeOf={({ code, resource }: Problem) =>
          placeOf(realm, code, resource, hasAccess)
        }
      />
    ),
  };
  const tabs: TabOf[] = [
    {
      tab: "categories",
      title: "dataAccessCategories",
      content: <Categories categories={categories} scopes={scopes} />,
    },
    {
      tab: "policies",
      title: "dataAccessPolicies",
      content: <Policies policies={policies} />,
    },
    {
      tab: "scopes",
      title: "dataAccessScopes",
      content: <GuardedScopes categories={categories} scopes={scopes} />,
    },
  ];
  const attempt: TabOf[] =
    me && (me.auditor || me.policyAdmin)
      ? [
          {
            tab: "try-it",
            title: "dataAccessTryIt",
            content: <TryIt scopes={scopes} />,
          },
        ]
      : [];
  return problems.length > 0
    ? [toFix, ...tabs, ...attempt]
    : [...tabs, toFix, ...attempt];
};

const Tabbed = ({ classification }: { classification: Classification }) => {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const base = useHref("/");
  const tabs = useTabs(classification);
  const address = (tab: ClassificationTab) =>
    toClassification({ realm, tab }).pathname ?? "";
  return (
    <RoutableTabs
      isBox
      defaultLocation={toClassification({ realm, tab: tabs[0]?.tab })}
    >
      {tabs.map(({ tab, title, badge, content }) => (
        <Tab
          key={tab}
          eventKey={address(tab)}
          href={base.replace(/\/$/, "") + address(tab)}
          title={
            <>
              <TabTitleText>{t(title)}</TabTitleText>
              {badge ? <Badge isRead>{badge}</Badge> : null}
            </>
          }
        >
          {content}
        </Tab>
      ))}
    </RoutableTabs>
  );
};

const ClassificationPage = () => {
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
          {(loaded) => <Tabbed classification={loaded} />}
        </Loaded>
      </PageSection>
    </>
  );
};

export default ClassificationPage;
