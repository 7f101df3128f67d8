/* SPDX-License-Identifier: Apache-2.0 */
import { useRealm, ViewHeader } from "@keycloak/keycloak-admin-ui";
import { PageSection } from "@patternfly/react-core";
import { type GrantsTab, toGrants } from "../../../admin/paths";
import { useStepUp } from "../../../admin/useStepUp";
import { AddressTabs } from "../../../components/AddressTabs";
import { Kept } from "../../../components/Kept";
import { useMe } from "../../../queries/me";
import { GrantsList } from "./GrantsList";

const TABS: { tab: GrantsTab; title: string }[] = [
  { tab: "active", title: "dataAccessActive" },
  { tab: "ending", title: "dataAccessEndingSoon" },
  { tab: "ended", title: "dataAccessEnded" },
];

const GrantsPage = () => {
  const me = useMe();
  const stepUp = useStepUp();
  const { realm } = useRealm();
  return (
    <>
      <ViewHeader
        titleKey="dataAccessGrants"
        subKey="dataAccessGrantsExplain"
        divider={false}
      />
      <PageSection variant="light" className="pf-v5-u-p-0">
        <AddressTabs
          tabs={TABS.map(({ tab, title }) => ({
            to: toGrants({ realm, tab }),
            title,
            content: (
              <Kept query={me}>
                {({ id }) => (
                  <GrantsList
                    tab={tab}
                    person={id}
                    onStepUp={(challenge) => void stepUp(challenge)}
                  />
                )}
              </Kept>
            ),
          }))}
        />
      </PageSection>
    </>
  );
};

export default GrantsPage;
