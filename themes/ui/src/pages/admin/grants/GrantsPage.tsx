/* SPDX-License-Identifier: Apache-2.0 */
import {
  RoutableTabs,
  useRealm,
  ViewHeader,
} from "@keycloak/keycloak-admin-ui";
import { PageSection, Tab, TabTitleText } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { useHref } from "react-router-dom";
import { type GrantsTab, toGrants } from "../../../admin/paths";
import { useStepUp } from "../../../admin/useStepUp";
import { GrantsList } from "./GrantsList";

const useTab = (tab: GrantsTab) => {
  const { realm } = useRealm();
  const to = toGrants({ realm, tab });
  return { eventKey: to.pathname ?? "", href: useHref(to) };
};

const GrantsPage = () => {
  const { t } = useTranslation();
  const stepUp = useStepUp();
  const { realm } = useRealm();
  const tabs = [
    { tab: "active", title: "dataAccessActive", ...useTab("active") },
    { tab: "ending", title: "dataAccessEndingSoon", ...useTab("ending") },
    { tab: "ended", title: "dataAccessEnded", ...useTab("ended") },
  ] as const;
  return (
    <>
      <ViewHeader
        titleKey="dataAccessGrants"
        subKey="dataAccessGrantsExplain"
        divider={false}
      />
      <PageSection variant="light" className="pf-v5-u-p-0">
        <RoutableTabs
          isBox
          defaultLocation={toGrants({ realm, tab: "active" })}
        >
          {tabs.map(({ tab, title, eventKey, href }) => (
            <Tab
              key={tab}
              eventKey={eventKey}
              href={href}
              title={<TabTitleText>{t(title)}</TabTitleText>}
            >
              <GrantsList
                tab={tab}
                onStepUp={(challenge) => void stepUp(challenge)}
              />
            </Tab>
          ))}
        </RoutableTabs>
      </PageSection>
    </>
  );
};

export default GrantsPage;
