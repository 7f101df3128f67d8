/* SPDX-License-Identifier: Apache-2.0 */
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { Policy } from "../../../api/classification";
import { show } from "../../../test/show";
import { Categories } from "./Categories";
import { GuardedScopes } from "./GuardedScopes";
import { Policies } from "./Policies";

const category = (
  key: string,
  jurisdiction: string,
  sensitivity: "PUBLIC" | "RESTRICTED",
) => ({
  key,
  label: `Label of ${key}`,
  jurisdiction,
  sensitivity,
});

const scope = {
  name: "us-private",
  categories: ["us.private", "us.unknown"],
  sensitivity: null,
  policies: [],
  clients: [
    {
      clientId: "sample-app",
      clientName: null,
      assignment: "optional" as const,
    },
    { clientId: "batch", clientName: null, assignment: "default" as const },
  ],
};

const policy: Policy = {
  name: "us-restricted",
  jurisdiction: "US",
  sensitivity: "RESTRICTED",
  requiredApprovals: { "/data-owners": 1, "/us-security": 2 },
  eligibility: "subject.id != ''",
  exemption: "false",
  approverCondition: "approver.id != ''",
  maxDuration: "PT1H",
  defaultDuration: "PT30M",
  pendingExpiry: "P1D",
  maxTokenLifespan: "PT5M",
  purposes: ["legal-request"],
  ticketPattern: "[A-Z]+",
  ticketRequired: true,
  ticketHint: "The number of the case",
  noticeBeforeAccess: true,
  approverMaxAge: "PT15M",
  approverAcr: "gold",
  contact: "+1 555 0100",
};

it("lists categories by jurisdiction and sensitivity, with the scopes that open them", async () => {
  await show(
    <Categories
      categories={[
        category("us.public", "US", "PUBLIC"),
        category("us.private", "US", "RESTRICTED"),
        category("eu.public", "EU", "PUBLIC"),
      ]}
      scopes={[scope]}
    />,
  );

  const rows = screen.getAllByRole("row").slice(1);
  expect(
    rows.map((row) => within(row).getByText(/^Label/).textContent),
  ).toEqual([
    "Label of eu.public",
    "Label of us.private",
    "Label of us.public",
  ]);
  expect(rows[1]).toHaveTextContent("us-private");
  expect(rows[2]).toHaveTextContent("—");
});

it("says of a scope what it opens, also what is not defined, and who has it", async () => {
  await show(
    <GuardedScopes
      categories={[category("us.private", "US", "RESTRICTED")]}
      scopes={[scope]}
    />,
  );

  expect(screen.getByText("Label of us.private")).toBeVisible();
  expect(screen.getByText("us.unknown")).toBeVisible();
  expect(screen.getByText("Unclassified")).toBeVisible();
  expect(screen.getByText("sample-app (optional)")).toBeVisible();
  expect(screen.getByText("batch (default)")).toBeVisible();
});

it("says all of a policy once it is opened", async () => {
  await show(<Policies policies={[policy]} />);
  expect(screen.getByText("2 × us-security")).toBeVisible();
  expect(screen.queryByText("approver.id != ''")).not.toBeVisible();

  await userEvent.click(screen.getByRole("button", { name: "Details" }));

  expect(screen.getByText("approver.id != ''")).toBeVisible();
  expect(screen.getByText("15 minutes")).toBeVisible();
  expect(screen.getByText("gold")).toBeVisible();
  expect(screen.getByText("[A-Z]+")).toBeVisible();
  expect(screen.getByText("The number of the case")).toBeVisible();
  expect(
    screen.getByText("The sign-in says once more what it opens"),
  ).toBeVisible();
  expect(screen.getByText("+1 555 0100")).toBeVisible();
});

it("says what would be here when nothing is classified", async () => {
  await show(
    <>
      <Categories categories={[]} scopes={[]} />
      <Policies policies={[]} />
      <GuardedScopes categories={[]} scopes={[]} />
    </>,
  );

  expect(screen.getByText("No data categories")).toBeVisible();
  expect(screen.getByText("No approval policies")).toBeVisible();
  expect(screen.getByText("No guarded scopes")).toBeVisible();
});
