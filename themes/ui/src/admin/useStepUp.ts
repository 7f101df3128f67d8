/* SPDX-License-Identifier: Apache-2.0 */
import { useEnvironment } from "@keycloak/keycloak-admin-ui";
import type { Challenge } from "../api/ApiError";

/** Keycloak takes a login exactly as old as it is asked for; the server, a moment later, does not. */
export const renewing = (maxAge: string) => Math.max(0, Number(maxAge) - 1);

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
