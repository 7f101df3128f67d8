/* SPDX-License-Identifier: Apache-2.0 */
import { screen } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, it } from "vitest";
import { useMe } from "../../../../queries/me";
import { admin, network } from "../../../../test/network";
import { show } from "../../../../test/show";
import { ReadOnly } from "./ReadOnly";

const Answered = () => <p>{useMe().isFetched && "answered"}</p>;

const showFor = async (answer: Response) => {
  network.use(http.get(admin("me"), () => answer));
  await show(
    <>
      <ReadOnly />
      <Answered />
    </>,
  );
  await screen.findByText("answered");
};

const nobody = { approver: false, auditor: false, policyAdmin: false };

it("says which roles somebody lacks who may view the realm only", async () => {
  await showFor(HttpResponse.json(nobody));

  expect(
    screen.getByText(
      /roles data-access-approver, data-access-auditor and data-access-policy-admin/,
    ),
  ).toHaveTextContent(/Approvers also have to be in a group/);
});

it("says to the server's administrator where the other pages are", async () => {
  await showFor(HttpResponse.json({ error: "wrong_realm" }, { status: 403 }));

  expect(
    screen.getByText(/in its own console at \/admin\/workforce\/console\//),
  ).toBeVisible();
});

it("says nothing to those who take part", async () => {
  await showFor(HttpResponse.json({ ...nobody, auditor: true }));

  expect(screen.queryByText(/You may read this/)).not.toBeInTheDocument();
});
