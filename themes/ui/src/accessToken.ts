/* SPDX-License-Identifier: Apache-2.0 */
import { learnClockAhead } from "./serverTime";

/** What is needed of Keycloak's adapter, which both consoles have compiled in. */
type Adapter = {
  token?: string;
  refreshToken?: string;
  timeSkew: number | null;
  updateToken: (minValidity: number) => Promise<boolean>;
  login: () => Promise<unknown>;
};

/**
 * A token for the next call. When the session is over, the login begins, and comes back to this address. When no answer
 * came, as after a laptop woke up without its network, the page stays: leaving would end at an error of the browser.
 */
export const accessToken = async (
  keycloak: Adapter,
): Promise<string | undefined> => {
  try {
    await keycloak.updateToken(5);
  } catch (error) {
    // A refusal takes the refresh token away, an outage leaves it.
    if (keycloak.refreshToken) {
      throw error;
    }
    await keycloak.login();
  }
  learnClockAhead(keycloak.timeSkew);
  return keycloak.token;
};
