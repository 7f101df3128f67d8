/* SPDX-License-Identifier: Apache-2.0 */
import { useAdminClient, useRealm } from "@keycloak/keycloak-admin-ui";
import { type PropsWithChildren, useMemo } from "react";
import { createApi } from "../api/client";
import { Shell } from "../components/Shell";
import { ApiProvider } from "../queries/api";

/** Around whatever of ours sits inside the console. */
export const AdminApi = ({ children }: PropsWithChildren) => {
  const { adminClient } = useAdminClient();
  const { realm } = useRealm();
  const api = useMemo(
    () =>
      createApi(adminClient.baseUrl, realm, () => adminClient.getAccessToken()),
    [adminClient, realm],
  );
  return (
    <ApiProvider value={api}>
      <Shell>{children}</Shell>
    </ApiProvider>
  );
};
