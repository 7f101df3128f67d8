/* SPDX-License-Identifier: Apache-2.0 */
import { describe, expect, it } from "vitest";
import { ApiError } from "./ApiError";

describe("ApiError", () => {
  it("has the server's code and words", async () => {
    const error = await ApiError.of(
      Response.json(
        {
          error: "own_request",
          errorMessage: "One's own request.",
          params: { roles: "approver" },
        },
        { status: 403 },
      ),
    );

    expect(error).toMatchObject({
      status: 403,
      code: "own_request",
      message: "One's own request.",
      params: { roles: "approver" },
      challenge: undefined,
      retryAfter: undefined,
    });
  });

  it("has the status for words when a proxy answered", async () => {
    const error = await ApiError.of(
      new Response("<h1>Down</h1>", { status: 502, statusText: "Bad Gateway" }),
    );

    expect(error).toMatchObject({
      code: "",
      message: "502 Bad Gateway",
      params: {},
    });
  });

  it("says when to ask again", async () => {
    const error = await ApiError.of(
      Response.json(
        { error: "too_soon" },
        { status: 429, headers: { "Retry-After": "840" } },
      ),
    );

    expect(error.retryAfter).toBe(840);
  });

  it.each([
    [
      'Bearer error="insufficient_user_authentication", acr_values="gold", max_age="900"',
      { acrValues: "gold", maxAge: "900" },
    ],
    [
      'Bearer error="insufficient_user_authentication", max_age="900"',
      { acrValues: undefined, maxAge: "900" },
    ],
    ['Bearer error="invalid_token", max_age="900"', undefined],
  ])("takes from %s what a login must be", async (header, challenge) => {
    const error = await ApiError.of(
      new Response(null, {
        status: 401,
        headers: { "WWW-Authenticate": header },
      }),
    );

    expect(error.challenge).toEqual(challenge);
  });

  it("says which level no login can reach", async () => {
    const error = await ApiError.of(
      Response.json(
        { error: "insufficient_user_authentication", unreachable: "gold" },
        {
          status: 401,
          headers: {
            "WWW-Authenticate":
              'Bearer error="insufficient_user_authentication", acr_values="gold", max_age="900"',
          },
        },
      ),
    );

    expect(error.challenge).toEqual({
      acrValues: "gold",
      maxAge: "900",
      unreachable: "gold",
    });
  });
});
