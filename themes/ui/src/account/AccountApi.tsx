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
        } catch (error) {
          // Keycloak's script forgets the tokens when the session is over; a network that sleeps is no reason to leave.
          if (keycloak.authenticated) {
            throw error;
          }
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
