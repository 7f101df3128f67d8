/* SPDX-License-Identifier: Apache-2.0 */
import { Nav } from "@patternfly/react-core";
import { screen } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { describe, expect, it } from "vitest";
import { useMe } from "../queries/me";
import { admin, network, REALM } from "../test/network";
import { show } from "../test/show";
import { Section } from "./Section";

const nobody = { approver: false, auditor: false, policyAdmin: false };

/** Shares the section's question, so what follows from the answer is shown with it. */
const Answered = () => <p>{useMe().isFetched && "answered"}</p>;

const showFor = async (answer: Response) => {
  network.use(http.get(admin("me"), () => answer));
  await show(
    <Nav aria-label="Navigation">
      <Section realm={REALM} />
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
