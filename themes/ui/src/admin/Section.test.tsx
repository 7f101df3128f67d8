/* SPDX-License-Identifier: Apache-2.0 */
import { Nav } from "@patternfly/react-core";
import { screen, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { describe, expect, it } from "vitest";
import { useMe } from "../queries/me";
import { admin, network, REALM } from "../test/network";
import { show } from "../test/show";
import { Section } from "./Section";

const nobody = { approver: false, auditor: false, policyAdmin: false };

/** Shares the section's question, so what follows from the answer is shown with it. */
const Answered = () => <p>{useMe().isFetched && "answered"}</p>;

const showFor = async (answer: Response, seesRealm = false, waiting = 0) => {
  network.use(
    http.get(admin("me"), () => answer),
    http.get(admin("requests/count"), () => HttpResponse.json(waiting)),
  );
  await show(
    <Nav aria-label="Navigation">
      <Section realm={REALM} seesRealm={seesRealm} />
      <Answered />
    </Nav>,
    "/workforce/data-access/grants/ended",
  );
  await screen.findByText("answered");
};

describe.each(["approver", "auditor", "policyAdmin"])("for an %s", (role) => {
  it("leads to our pages and says which one is open", async () => {
    await showFor(HttpResponse.json({ ...nobody, [role]: true }));

    expect(screen.getByRole("link", { current: "page" })).toHaveAccessibleName(
      "Access grants",
    );
    expect(
      screen.getAllByRole("link").map((link) => link.getAttribute("href")),
    ).toEqual([
      "/workforce/data-access/approvals",
      "/workforce/data-access/grants",
      "/workforce/data-access/classification",
    ]);
  });
});

it.each([
  ["nobody of ours", HttpResponse.json(nobody)],
  ["not told", HttpResponse.json({ error: "unknown_error" }, { status: 500 })],
])("is not there for %s", async (_, answer) => {
  await showFor(answer);

  expect(screen.queryByText("Data access")).not.toBeInTheDocument();
});

it("says why to who has the role of an approver and could decide nothing", async () => {
  await showFor(HttpResponse.json({ ...nobody, approverRole: true }));

  expect(
    screen.getByText(/^You have the role data-access-approver, but/),
  ).toBeVisible();
  expect(screen.queryByRole("link")).not.toBeInTheDocument();
});

it.each([
  [250, "250", /^Approvals ?250 ?requests wait for your decision$/],
  [1, "1", /^Approvals ?1 ?request waits for your decision$/],
  [10_001, "10,000+", /^Approvals ?10,000\+ ?requests wait for your decision$/],
])(
  "says that %i wait, in the navigation and in the tab's title",
  async (waiting, shown, name) => {
    const approver = { ...nobody, approver: true };
    await showFor(HttpResponse.json(approver), false, waiting);

    expect(await screen.findByRole("link", { name })).toBeVisible();
    await waitFor(() => {
      expect(document.title).toContain(`(${shown})`);
    });
  },
);

it.each([
  ["who has no role of ours", HttpResponse.json(nobody)],
  [
    "of another realm",
    HttpResponse.json({ error: "wrong_realm" }, { status: 403 }),
  ],
])(
  "leads somebody %s and may view the realm to its classification",
  async (_, answer) => {
    await showFor(answer, true);

    expect(screen.getAllByRole("link").map((link) => link.textContent)).toEqual(
      ["Classification"],
    );
  },
);
