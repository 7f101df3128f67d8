/* SPDX-License-Identifier: Apache-2.0 */
import { useEnvironment } from "@keycloak/keycloak-admin-ui";
import type { Challenge } from "../../../api/ApiError";

/** Sends the browser through a login as the server asked for it, and back to this very page. */
export const useStepUp = () => {
  const { keycloak } = useEnvironment();
  return ({ maxAge, acrValues }: Challenge) =>
    keycloak.login({
      redirectUri: window.location.href,
      ...(maxAge !== undefined && { maxAge: Number(maxAge) }),
      ...(acrValues && { acrValues }),
    });
};
