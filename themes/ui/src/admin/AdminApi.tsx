/* SPDX-License-Identifier: Apache-2.0 */
import {
  useAdminClient,
  useEnvironment,
  useRealm,
} from "@keycloak/keycloak-admin-ui";
import { type PropsWithChildren, useMemo } from "react";
import { accessToken } from "../accessToken";
import { createApi } from "../api/client";
import { Shell } from "../components/Shell";
import { ApiProvider } from "../queries/api";

/** Around whatever of ours sits inside the console. */
export const AdminApi = ({ children }: PropsWithChildren) => {
  const { adminClient } = useAdminClient();
  const { keycloak } = useEnvironment();
  const { realm } = useRealm();
  const api = useMemo(
    () => createApi(adminClient.baseUrl, realm, () => accessToken(keycloak)),
    [adminClient, keycloak, realm],
  );
  return (
    <ApiProvider value={api}>
      <Shell>{children}</Shell>
    </ApiProvider>
  );
};
