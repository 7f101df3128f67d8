/* SPDX-License-Identifier: Apache-2.0 */
import { screen } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, it } from "vitest";
import { useLocation } from "react-router-dom";
import { useMe } from "../queries/me";
import { admin, network, REALM } from "../test/network";
import { show } from "../test/show";
import { Landing } from "./Landing";

const Here = () => {
  const { pathname } = useLocation();
  return <p>{useMe().isFetched && `at ${pathname}`}</p>;
};

const open = async (role: string, path: string) => {
  network.use(
    http.get(admin("me"), () =>
      HttpResponse.json({ approver: false, auditor: false, [role]: true }),
    ),
  );
  await show(
    <>
      <Landing realm={REALM} />
      <Here />
    </>,
    path,
  );
};

it.each([
  [
    "an approver at what waits for them",
    "approver",
    "/",
    "/workforce/data-access/approvals",
  ],
  [
    "an approver without an address there, too",
    "approver",
    "/workforce/",
    "/workforce/data-access/approvals",
  ],
  [
    "an approver with an address at that",
    "approver",
    "/workforce/users",
    "/workforce/users",
  ],
  [
    "an auditor at the requests",
    "auditor",
    "/",
    "/workforce/data-access/approvals",
  ],
  ["somebody else at home", "policyAdmin", "/workforce", "/workforce"],
])("begins for %s", async (_, role, path, there) => {
  await open(role, path);

  expect(await screen.findByText(`at ${there}`)).toBeVisible();
});
