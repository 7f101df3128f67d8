/* SPDX-License-Identifier: Apache-2.0 */
import {
  type AccountEnvironment,
  useEnvironment,
} from "@keycloak/keycloak-account-ui";
import { type PropsWithChildren, useMemo } from "react";
import { createApi } from "../api/client";
import { Shell } from "../components/Shell";
import { Requester } from "../pages/account/requester";
import { ApiProvider } from "../queries/api";

export const AccountApi = ({ children }: PropsWithChildren) => {
  const { environment, keycloak } = useEnvironment<AccountEnvironment>();
  const api = useMemo(
    () =>
      createApi(environment.serverBaseUrl, environment.realm, async () => {
        try {
          await keycloak.updateToken(5);
        } catch {
          await keycloak.login();
        }
        return keycloak.token;
      }),
    [environment, keycloak],
  );
  return (
    <ApiProvider value={api}>
      <Requester.Provider value={keycloak.idTokenParsed?.sub ?? ""}>
        <Shell>{children}</Shell>
      </Requester.Provider>
    </ApiProvider>
  );
};
