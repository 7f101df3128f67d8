/* SPDX-License-Identifier: Apache-2.0 */
import {
  type AccountEnvironment,
  PageNav,
  useEnvironment,
} from "@keycloak/keycloak-account-ui";
import { AlertProvider, KeycloakSpinner } from "@keycloak/keycloak-ui-shared";
import {
  Page,
  PageContext,
  type PageSidebarProps,
} from "@patternfly/react-core";
import { cloneElement, type ReactElement, Suspense, useContext } from "react";
import { Outlet } from "react-router-dom";
import { Header } from "./Header";
import { RecentLogin } from "./RecentLogin";

/** Whether it is open stands in our Page, which Keycloak's compiled-in copy of PatternFly does not know. */
const Sidebar = () => {
  const { isSidebarOpen } = useContext(PageContext);
  const sidebar: ReactElement<PageSidebarProps> = PageNav();
  return cloneElement(sidebar, { isSidebarOpen });
};

export const Console = ({
  environment,
}: {
  environment: AccountEnvironment;
}) => {
  const { keycloak } = useEnvironment<AccountEnvironment>();
  return (
    <Page
      header={<Header environment={environment} />}
      sidebar={<Sidebar />}
      isManagedSidebar
    >
      <AlertProvider>
        <RecentLogin keycloak={keycloak}>
          <Suspense fallback={<KeycloakSpinner />}>
            <Outlet />
          </Suspense>
        </RecentLogin>
      </AlertProvider>
    </Page>
  );
};
