/* SPDX-License-Identifier: Apache-2.0 */
import { useEnvironment } from "@keycloak/keycloak-admin-ui";
import type { Challenge } from "../api/ApiError";
import { renewing } from "../components/login/renewing";

/** Leaves for a login as new and as strong as the server asked for, and comes back to the same address. */
export const useStepUp = () => {
  const { keycloak } = useEnvironment();
  return ({ acrValues, maxAge }: Challenge) =>
    keycloak.login({
      redirectUri: window.location.href,
      ...(acrValues && { acrValues }),
      ...(maxAge && { maxAge: renewing(maxAge) }),
    });
};
