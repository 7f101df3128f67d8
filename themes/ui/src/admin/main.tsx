/* SPDX-License-Identifier: Apache-2.0 */
import "@keycloak/keycloak-admin-ui/styles.css";
import "@patternfly/patternfly/patternfly-addons.css";
import "@patternfly/react-core/dist/styles/base.css";
import "../../node_modules/@keycloak/keycloak-ui-shared/dist/main.css";
import "../components/dialog.css";
import "./admin.css";
import {
  type AdminEnvironment,
  KeycloakProvider,
  routes as nativeRoutes,
} from "@keycloak/keycloak-admin-ui";
import { getInjectedEnvironment } from "@keycloak/keycloak-ui-shared";
import { QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { createHashRouter, RouterProvider } from "react-router-dom";
import { startTexts } from "../i18n";
import { createQueries } from "../queries/api";
import { Console } from "./Console";
import { routes } from "./routes";

const environment = getInjectedEnvironment<AdminEnvironment>();

await startTexts(`${environment.adminBaseUrl}/resources/{{ns}}/admin/{{lng}}`, {
  ns: environment.realm,
});

// Keycloak's breadcrumbs look through its own array.
nativeRoutes.unshift(...routes);

// "data-access" would be taken for a tab of the home page, and the way there begin with "Home".
const tabOfHome = nativeRoutes.find(({ path }) => path === "/:realm/:tab");
if (tabOfHome) {
  tabOfHome.handle = { access: tabOfHome.handle.access };
}

const router = createHashRouter([
  { path: "/", element: <Console />, children: nativeRoutes },
]);

createRoot(document.getElementById("app") as HTMLElement).render(
  <KeycloakProvider environment={environment}>
    <QueryClientProvider client={createQueries()}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </KeycloakProvider>,
);
