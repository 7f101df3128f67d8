/* SPDX-License-Identifier: Apache-2.0 */
import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, it, vi } from "vitest";
import { grantOf } from "../../../test/grant";
import { admin, network } from "../../../test/network";
import { show } from "../../../test/show";
import { GrantsList } from "./GrantsList";

const stepUp = vi.fn();

/** How the server answers a revocation; what it was sent. */
const answer = (respond: () => Response): unknown[] => {
  const sent: unknown[] = [];
  network.use(
    http.get(admin("grants"), () =>
      HttpResponse.json(sent.length > 0 ? [] : [grantOf()]),
    ),
    http.get(admin("requests/r1"), () =>
      HttpResponse.json({ requester: { id: "p", username: "pat" } }),
    ),
    http.post(admin("grants/g1/revoke"), async ({ request }) => {
      sent.push(await request.json());
      return respond();
    }),
  );
  return sent;
};

const refuse = (status: number, error: string, headers = {}) =>
  HttpResponse.json(
    { error, errorMessage: `Because ${error}` },
    { status, headers },
  );

const openDialog = async () => {
  await show(<GrantsList person="u9" tab="active" onStepUp={stepUp} />);
  await userEvent.click(
    await screen.findByRole("button", { name: "Kebab toggle" }),
  );
  await userEvent.click(screen.getByRole("menuitem", { name: "Revoke" }));
};

const confirm = () => screen.getByRole("button", { name: "Revoke" });

const reason = () => screen.getByRole("textbox", { name: "Reason" });

beforeEach(() => {
  stepUp.mockReset();
  sessionStorage.clear();
});

it("revokes for a reason, which cannot be left out, and shows what is left", async () => {
  const sent = answer(() => new HttpResponse(null, { status: 204 }));
  await openDialog();
  expect(
    screen.getByText(/The sessions of lin at sample-app end at once/),
  ).toHaveTextContent("until its token ends: at most 5 minutes from now.");
  expect(await screen.findByText("pat")).toBeVisible();
  expect(screen.getByRole("dialog")).toHaveTextContent("Asked for by pat");
  expect(confirm()).toBeDisabled();

  await userEvent.type(reason(), " Case closed ");
  await userEvent.click(confirm());

  expect(await screen.findByText("No active access grants")).toBeVisible();
  expect(sent).toEqual([{ reason: "Case closed" }]);
  expect(screen.getByText(/Access grant revoked: lin/)).toBeVisible();
});

it("says that somebody else was faster, and shows what is left", async () => {
  answer(() => refuse(409, "already_ended"));
  await openDialog();
  await userEvent.type(reason(), "Case closed");
  await userEvent.click(confirm());

  expect(await screen.findByText(/Nothing to revoke/)).toBeVisible();
  expect(await screen.findByText("No active access grants")).toBeVisible();
  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
});

it("stays open with the reason when the server refuses", async () => {
  answer(() => refuse(503, "unavailable"));
  await openDialog();
  await userEvent.type(reason(), "Case closed");
  await userEvent.click(confirm());

  expect(
    await screen.findByText(/The database of the server cannot be reached/),
  ).toBeVisible();
  expect(reason()).toHaveValue("Case closed");
});

it("asks for a newer login when the server does, and keeps the reason over it", async () => {
  answer(() =>
    refuse(401, "insufficient_user_authentication", {
      "WWW-Authenticate":
        'Bearer error="insufficient_user_authentication", acr_values="gold", max_age="900"',
    }),
  );
  await openDialog();
  await userEvent.type(reason(), "Case closed");
  await userEvent.click(confirm());

  expect(
    await screen.findByText(/must not be older than 15 minutes/),
  ).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Sign in again" }));
  expect(stepUp).toHaveBeenCalledExactlyOnceWith({
    acrValues: "gold",
    maxAge: "900",
  });

  cleanup();
  await show(<GrantsList person="u9" tab="active" onStepUp={stepUp} />);
  await waitFor(() => {
    expect(reason()).toHaveValue("Case closed");
  });
});

it("says before anything is typed that the login is too weak", async () => {
  answer(() => new HttpResponse(null, { status: 204 }));
  const login = {
    maxAge: 900,
    acrValues: "gold",
    level: 2,
    unreachable: null,
    goodUntil: null,
  };
  network.use(
    http.get(admin("grants"), () => HttpResponse.json([grantOf({ login })])),
  );
  await openDialog();

  expect(
    screen.getByText(/a strong sign-in, not older than 15 minutes/),
  ).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Sign in again" }));
  expect(stepUp).toHaveBeenCalledExactlyOnceWith({
    acrValues: "gold",
    maxAge: "840",
  });
});

it("offers no login when none can reach the level", async () => {
  answer(() =>
    HttpResponse.json(
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
  await openDialog();
  await userEvent.type(reason(), "Case closed");
  await userEvent.click(confirm());

  expect(
    await screen.findByText(/No sign-in can reach the level gold/),
  ).toBeVisible();
  expect(
    screen.queryByRole("button", { name: "Sign in again" }),
  ).not.toBeInTheDocument();
});
