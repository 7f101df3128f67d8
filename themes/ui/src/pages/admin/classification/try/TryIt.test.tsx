/* SPDX-License-Identifier: Apache-2.0 */
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { expect, it } from "vitest";
import type { GuardedScope } from "../../../../api/classification";
import type { Decision } from "../../../../api/decisions";
import { grantOf } from "../../../../test/grant";
import { admin, network } from "../../../../test/network";
import { show } from "../../../../test/show";
import { TryIt } from "./TryIt";

const scopes: GuardedScope[] = [
  {
    name: "us-contact",
    categories: ["us.user.contact"],
    sensitivity: "CONFIDENTIAL",
    policies: ["us-confidential"],
    clients: [
      { clientId: "sample-app", clientName: null, assignment: "optional" },
    ],
  },
];

const decided: Decision = {
  allowed: false,
  reason: "not_eligible",
  rule: "not_eligible",
  policies: ["us-confidential"],
  grant: null,
};

/** How the server answers; what it was asked. */
const answer = (response: () => Response): unknown[] => {
  const asked: unknown[] = [];
  network.use(
    http.post(admin("decisions"), async ({ request }) => {
      asked.push(await request.json());
      return response();
    }),
  );
  return asked;
};

const ask = async () => {
  await show(<TryIt scopes={scopes} />);
  await userEvent.type(screen.getByRole("textbox"), " lin ");
  await userEvent.click(screen.getByRole("button", { name: /^Application/ }));
  await userEvent.click(screen.getByRole("option", { name: "sample-app" }));
  await userEvent.click(screen.getByRole("button", { name: /^Scope/ }));
  await userEvent.click(screen.getByRole("option", { name: "us-contact" }));
  await userEvent.click(screen.getByRole("button", { name: "Decide" }));
};

it("says why somebody is refused and by which rule", async () => {
  const asked = answer(() => HttpResponse.json(decided));
  await ask();

  expect(
    await screen.findByText(
      "Refused: lin does not get us-contact at sample-app",
    ),
  ).toBeVisible();
  expect(screen.getByText(/does not meet the condition/)).toBeVisible();
  expect(screen.getByText("not_eligible")).toBeVisible();
  expect(screen.getByText("us-confidential")).toBeVisible();
  expect(asked).toEqual([
    { subject: "lin", clientId: "sample-app", scope: "us-contact" },
  ]);
});

it("says on which access grant somebody is allowed", async () => {
  answer(() =>
    HttpResponse.json({
      ...decided,
      allowed: true,
      reason: null,
      rule: "grant",
      grant: grantOf(),
    }),
  );
  await ask();

  expect(
    await screen.findByText("Allowed: lin gets us-contact at sample-app"),
  ).toBeVisible();
  expect(
    screen.getByRole("link", { name: "for Legal request" }),
  ).toHaveAttribute("href", "/workforce/data-access/approvals/r1");
});

it("drops the decision when something else is asked", async () => {
  answer(() => HttpResponse.json(decided));
  await ask();
  await screen.findByText(/^Refused/);
  await userEvent.type(screen.getByRole("textbox"), "a");

  expect(screen.queryByText(/^Refused/)).not.toBeInTheDocument();
});

it.each([
  ["unknown_subject", "There is no user of this name"],
  ["unknown_client", "There is no such application any more"],
  ["unknown_scope", /does not have this guarded scope any more/],
])("says at its field that there is none (%s)", async (error, words) => {
  answer(() => HttpResponse.json({ error }, { status: 400 }));
  await ask();

  expect(await screen.findByText(words)).toBeVisible();
  expect(screen.queryByText("There is no decision")).not.toBeInTheDocument();
});

it("says that there is no decision when the server cannot tell", async () => {
  answer(() =>
    HttpResponse.json(
      { error: "unavailable", errorMessage: "The database is away" },
      { status: 503 },
    ),
  );
  await ask();

  expect(await screen.findByText("There is no decision")).toBeInTheDocument();
  expect(
    screen.getByText(/The database of the server cannot be reached/),
  ).toBeVisible();
});
