/* SPDX-License-Identifier: Apache-2.0 */
import { screen } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { afterEach, describe, expect, it, vi } from "vitest";
import { network, SERVER } from "../test/network";
import { show } from "../test/show";
import { RecentLogin } from "./RecentLogin";

const ACCOUNT = `${SERVER}/realms/workforce/account/`;

const personWith = (subject: string) => ({
  subject,
  token: `token of ${subject}`,
  login: vi.fn(),
});

const oldLogin = () =>
  HttpResponse.json(
    { error: "insufficient_user_authentication" },
    {
      status: 401,
      headers: {
        "WWW-Authenticate":
          'Bearer error="insufficient_user_authentication", max_age="900"',
      },
    },
  );

/** Saves as Keycloak's page of personal data does. */
const save = () =>
  globalThis.fetch(new URL(ACCOUNT), {
    method: "POST",
    body: JSON.stringify({ lastName: "Typed" }),
    headers: { "content-type": "application/json", authorization: "Bearer x" },
  });

const console = (keycloak: ReturnType<typeof personWith>) =>
  show(<RecentLogin keycloak={keycloak}>Personal info</RecentLogin>);

describe("RecentLogin", () => {
  afterEach(() => {
    sessionStorage.clear();
  });

  const leaveForLogin = async () => {
    network.use(http.post(ACCOUNT, oldLogin));
    const lin = personWith("lin");
    const { unmount } = await console(lin);
    void save();
    await vi.waitFor(() => {
      expect(lin.login).toHaveBeenCalledExactlyOnceWith({
        redirectUri: window.location.href,
        maxAge: 899,
      });
    });
    unmount();
  };

  it("makes the change after the login that it needed, and says so", async () => {
    await leaveForLogin();
    const taken: unknown[] = [];
    network.use(
      http.post(ACCOUNT, async ({ request }) => {
        taken.push(request.headers.get("authorization"), await request.json());
        return new HttpResponse(null, { status: 204 });
      }),
    );

    await console(personWith("lin"));

    expect(await screen.findByText("Your change was saved.")).toBeVisible();
    expect(screen.getByText("Personal info")).toBeVisible();
    expect(taken).toEqual(["Bearer token of lin", { lastName: "Typed" }]);
  });

  it("does not log in again and again when the server still refuses", async () => {
    await leaveForLogin();
    const lin = personWith("lin");

    await console(lin);

    expect(
      await screen.findByText("Your change was not saved. Make it again."),
    ).toBeVisible();
    expect(lin.login).not.toHaveBeenCalled();
    expect(screen.getByText("Personal info")).toBeVisible();
  });

  it("makes nobody's change in the account of another", async () => {
    await leaveForLogin();
    const calls = vi.fn(() => new HttpResponse(null, { status: 204 }));
    network.use(http.post(ACCOUNT, calls));

    await console(personWith("maria"));

    expect(
      await screen.findByText("Your change was not saved. Make it again."),
    ).toBeVisible();
    expect(calls).not.toHaveBeenCalled();
  });

  it("leaves other answers to the page", async () => {
    network.use(
      http.post(ACCOUNT, () =>
        HttpResponse.json({ errors: [] }, { status: 400 }),
      ),
    );
    const lin = personWith("lin");
    await console(lin);

    expect((await save()).status).toBe(400);

    network.use(
      http.post(ACCOUNT, () => new HttpResponse(null, { status: 401 })),
    );
    expect((await save()).status).toBe(401);
    expect(lin.login).not.toHaveBeenCalled();
  });
});
