/* SPDX-License-Identifier: Apache-2.0 */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Problem } from "../../../api/classification";
import { show } from "../../../test/show";
import { placeOf } from "./places";
import { Problems } from "./Problems";

const warning: Problem = {
  code: "registration_open",
  severity: "WARNING",
  where: "realm",
  message: "lets anybody make an account",
  resource: { type: "realm", id: "1", name: "workforce" },
};
const error: Problem = {
  code: "scope_protocol",
  severity: "ERROR",
  where: "client scope us-contact",
  message: "is of protocol saml",
  resource: { type: "client-scope", id: "s1", name: "us-contact" },
};

const all = () => true;
const none = () => false;

it("says the worst first, in words, with the way to where it is fixed", async () => {
  await show(
    <Problems
      problems={[warning, error]}
      placeOf={({ code, resource }) => placeOf("r", code, resource, all)}
    />,
  );

  expect(
    screen.getAllByText(/^(Error|Warning)$/).map((word) => word.textContent),
  ).toEqual(["Error", "Warning"]);
  expect(screen.getByText("A scope cannot be guarded")).toBeVisible();
  expect(
    screen.getByText(/client scope us-contact is of protocol saml/),
  ).toBeVisible();
  expect(screen.getByText("scope_protocol")).toBeVisible();
  expect(screen.getByRole("link", { name: "us-contact" })).toHaveAttribute(
    "href",
    "/r/client-scopes/s1/settings",
  );
  expect(screen.getByRole("link", { name: "workforce" })).toHaveAttribute(
    "href",
    "/r/realm-settings/login",
  );
});

it("leads nowhere when the viewer may not see the page", async () => {
  await show(
    <Problems
      problems={[error]}
      placeOf={({ code, resource }) => placeOf("r", code, resource, none)}
    />,
  );

  expect(screen.getByText("us-contact")).toBeVisible();
  expect(screen.queryByRole("link")).not.toBeInTheDocument();
});

it("leads nowhere when Keycloak has no page for it", () => {
  const component = { type: "component", id: "c", name: "us-public" };

  expect(placeOf("r", "policy_duplicate", component, all)).toBeUndefined();
  expect(placeOf("r", "feature_dangerous", null, all)).toBeUndefined();
});

it("says that there are none", async () => {
  await show(<Problems problems={[]} placeOf={() => undefined} />);

  expect(screen.getByText("No problems found")).toBeVisible();
});
