/* SPDX-License-Identifier: Apache-2.0 */
// By path: the package does not export it.
import "../../node_modules/@keycloak/keycloak-account-ui/lib/keycloak-account-ui.css";
import "@patternfly/patternfly/patternfly-addons.css";
import "@patternfly/react-core/dist/styles/base.css";
import "../../node_modules/@keycloak/keycloak-ui-shared/dist/main.css";
import "../components/dialog.css";
import "./account.css";
import {
  type AccountEnvironment,
  KeycloakProvider,
  routes as nativeRoutes,
} from "@keycloak/keycloak-account-ui";
import { getInjectedEnvironment } from "@keycloak/keycloak-ui-shared";
import { QueryClientProvider } from "@tanstack/react-query";
import { lazy } from "react";
import { createRoot } from "react-dom/client";
import { createBrowserRouter, RouterProvider } from "react-router-dom";
import { startTexts } from "../i18n";
import { createQueries } from "../queries/api";
import { AccountApi } from "./AccountApi";
import { Console } from "./Console";

const environment = getInjectedEnvironment<AccountEnvironment>();

const texts = await startTexts(
  `${environment.serverBaseUrl}/resources/${environment.realm}/account/{{lng}}`,
  { lng: environment.locale },
);

// Sent by Keycloak's page of personal data when somebody chose another language.
window.addEventListener("languageChanged", (event) => {
  const { language } = (event as CustomEvent<{ language: string }>).detail;
  void texts.changeLanguage(language);
});

const DataAccessPage = lazy(() => import("../pages/account/DataAccessPage"));

const router = createBrowserRouter([
  {
    path: decodeURIComponent(new URL(environment.baseUrl).pathname),
    element: <Console environment={environment} />,
    children: [
      ...nativeRoutes,
      {
        path: "data-access",
        element: (
          <AccountApi>
            <DataAccessPage />
          </AccountApi>
        ),
      },
    ],
  },
]);

createRoot(document.getElementById("app") as HTMLElement).render(
  <KeycloakProvider environment={environment}>
    <QueryClientProvider client={createQueries()}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </KeycloakProvider>,
);
