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

const open = async (approver: boolean, path: string) => {
  network.use(http.get(admin("me"), () => HttpResponse.json({ approver })));
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
    true,
    "/",
    "/workforce/data-access/approvals",
  ],
  [
    "an approver without an address there, too",
    true,
    "/workforce/",
    "/workforce/data-access/approvals",
  ],
  [
    "an approver with an address at that",
    true,
    "/workforce/users",
    "/workforce/users",
  ],
  ["somebody else at home", false, "/workforce", "/workforce"],
])("begins for %s", async (_, approver, path, there) => {
  await open(approver, path);

  expect(await screen.findByText(`at ${there}`)).toBeVisible();
});
