/* SPDX-License-Identifier: Apache-2.0 */
import { afterEach, describe, expect, it, vi } from "vitest";
import { accessToken } from "./accessToken";
import { clockAhead, learnClockAhead } from "./serverTime";

const adapter = (more: object = {}) => ({
  token: "token",
  refreshToken: "refresh",
  timeSkew: 0,
  updateToken: () => Promise.resolve(true),
  login: vi.fn(() => Promise.resolve()),
  ...more,
});

const fails = () => Promise.reject(new TypeError("Failed to fetch"));

afterEach(() => {
  learnClockAhead(0);
});

describe("a token for the next call", () => {
  it("is there while the session lasts", async () => {
    const keycloak = adapter();

    await expect(accessToken(keycloak)).resolves.toBe("token");
    expect(keycloak.login).not.toHaveBeenCalled();
  });

  it("needs a login when the session is over", async () => {
    const keycloak = adapter({ updateToken: fails, refreshToken: undefined });
    await accessToken(keycloak);

    expect(keycloak.login).toHaveBeenCalledOnce();
  });

  it("leaves the page alone when no answer came", async () => {
    const keycloak = adapter({ updateToken: fails });

    await expect(accessToken(keycloak)).rejects.toThrow("Failed to fetch");
    expect(keycloak.login).not.toHaveBeenCalled();
  });
});

describe("the clock of the computer", () => {
  it.each([
    [10_800, 10_800_000],
    [-120, -120_000],
    [59, 0],
    [null, 0],
  ])("that is %s seconds ahead counts as %s ms", async (skew, expected) => {
    await accessToken(adapter({ timeSkew: skew }));

    expect(clockAhead()).toBe(expected);
  });
});
