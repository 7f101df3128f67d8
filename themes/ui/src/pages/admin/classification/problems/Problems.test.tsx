/* SPDX-License-Identifier: Apache-2.0 */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Problem } from "../../../../api/classification";
import { show } from "../../../../test/show";
import { placeOf } from "./places";
import { Problems } from "./Problems";

const warning: Problem = {
  code: "registration_open",
  severity: "WARNING",
  place: { kind: "realm", name: "" },
  where: "realm",
  message: "lets anybody make an account",
  params: {},
  resource: { type: "realm", id: "1", name: "workforce" },
};
const error: Problem = {
  code: "scope_protocol",
  severity: "ERROR",
  place: { kind: "client_scope", name: "us-contact" },
  where: "client scope us-contact",
  message: "is of protocol saml",
  params: { protocol: "saml" },
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
    screen.getByText(
      /client scope us-contact is of protocol saml, which cannot be guarded/,
    ),
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

it.each([
  [
    "what it names",
    error,
    /Client Scope us-contact hat das Protokoll saml, das sich nicht schützen/,
  ],
  [
    "which of several sentences of its code it is",
    {
      ...error,
      code: "client_looks_like",
      place: { kind: "client", name: "sample" },
      params: { kind: "other", other: "{{sample}} $t(dataAccess)" },
    },
    /Client sample sieht aus wie der Client {{sample}} \$t\(dataAccess\), und/,
  ],
])("says in German %s", async (_, problem, words) => {
  await show(<Problems problems={[problem]} placeOf={() => undefined} />, "/", {
    language: "de",
  });

  expect(screen.getByText(words)).not.toHaveAttribute("lang");
});

it.each([
  ["a code", { code: "something_new" }],
  ["a kind", { params: { kind: "something_new" } }],
  ["a place", { place: { kind: "something_new", name: "x" } }],
])("keeps to the server's English where %s is new", async (_, changes) => {
  await show(
    <Problems
      problems={[{ ...error, ...changes }]}
      placeOf={() => undefined}
    />,
    "/",
    { language: "de" },
  );

  expect(
    screen.getByText(/^client scope us-contact is of protocol saml \(/),
  ).toHaveAttribute("lang", "en");
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
