/* SPDX-License-Identifier: Apache-2.0 */
import {
  type AccountEnvironment,
  PageNav,
} from "@keycloak/keycloak-account-ui";
import { KeycloakSpinner } from "@keycloak/keycloak-ui-shared";
import {
  Page,
  PageContext,
  type PageSidebarProps,
} from "@patternfly/react-core";
import { cloneElement, type ReactElement, Suspense, useContext } from "react";
import { Outlet } from "react-router-dom";
import { Header } from "./Header";

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
}) => (
  <Page
    header={<Header environment={environment} />}
    sidebar={<Sidebar />}
    isManagedSidebar
  >
    <Suspense fallback={<KeycloakSpinner />}>
      <Outlet />
    </Suspense>
  </Page>
);
