/* SPDX-License-Identifier: Apache-2.0 */
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { expect, it } from "vitest";
import { network, own } from "../../test/network";
import { show } from "../../test/show";
import DataAccessPage from "./DataAccessPage";
import { grant, inHours, LIN, offer, refuse, request, serve } from "./fixtures";

const press = async (name: string) =>
  userEvent.click(await screen.findByRole("button", { name }));

it("shows a pending request with its progress by group, and what was said", async () => {
  serve({ offers: [offer], requests: [request] });
  await show(<DataAccessPage />, "/?request=r2");

  expect(await screen.findByText("Waiting for approval")).toBeVisible();
  expect(screen.getByText("us-security: 1 of 2 approvals given")).toBeVisible();
  expect(
    screen.getByText(/^23 hours, (29|30) minutes left to decide$/),
  ).toBeVisible();
  expect(
    screen.getByText("Approved by us-security: Fine with me"),
  ).toBeVisible();
  expect(screen.getByText("A court asks for <b>one</b> user")).toBeVisible();
  expect(screen.getByText("2 days")).toBeVisible();
  expect(screen.getByText("US data security on call")).toBeVisible();
});

it("reminds the approvers", async () => {
  serve({ offers: [offer], requests: [request] });
  network.use(
    http.post(own("requests/r2/reminders"), () => {
      serve({
        offers: [offer],
        requests: [{ ...request, remindableAt: inHours(0.25) }],
      });
      return new HttpResponse(null, { status: 204 });
    }),
  );
  await show(<DataAccessPage />);

  await press("Remind the approvers");

  expect(await screen.findByText("The approvers were reminded.")).toBeVisible();
  expect(await screen.findByText(/Possible in 1[45] minutes/)).toBeVisible();
  expect(
    screen.getByRole("button", { name: "Remind the approvers" }),
  ).toBeDisabled();
});

it.each([
  [429, "too_soon", /reminded less than 15 minutes ago/],
  [409, "not_pending", /no longer waiting/],
])("says why nobody was reminded on %i %s", async (status, code, words) => {
  serve({ offers: [offer], requests: [request] });
  network.use(
    http.post(own("requests/r2/reminders"), () => refuse(status, code)),
  );
  await show(<DataAccessPage />);

  await press("Remind the approvers");

  expect(await screen.findByText(words)).toBeVisible();
});

it("cancels once that is confirmed", async () => {
  serve({ offers: [offer], requests: [request] });
  network.use(
    http.delete(own("requests/r2"), () => {
      const closed = { closedAt: inHours(0), status: "CANCELLED" };
      serve({ offers: [offer], requests: [{ ...request, ...closed }] });
      return new HttpResponse(null, { status: 204 });
    }),
  );
  await show(<DataAccessPage />);

  await press("Cancel request");
  await userEvent.click(screen.getByTestId("confirm"));

  expect(await screen.findByText("The request was cancelled.")).toBeVisible();
  expect(await screen.findByText("Cancelled")).toBeVisible();
});

it("shows the decision instead when a request was decided meanwhile", async () => {
  serve({ offers: [offer], requests: [request] });
  const vote = {
    ...request.votes[0],
    approver: { id: "a", username: "avery" },
    decision: "DENY",
    comment: "Ask with a ticket",
  };
  network.use(
    http.delete(own("requests/r2"), () => {
      serve({
        offers: [offer],
        requests: [{ ...request, status: "DENIED", votes: [vote] }],
      });
      return refuse(409, "not_pending");
    }),
  );
  await show(<DataAccessPage />);

  await press("Cancel request");
  await userEvent.click(screen.getByTestId("confirm"));

  expect(await screen.findByText(/no longer waiting/)).toBeVisible();
  expect(await screen.findByText("Denied")).toBeVisible();
  expect(screen.getByText("Ask with a ticket")).toBeVisible();
  expect(
    screen.getByText("Denied by avery: Ask with a ticket"),
  ).toBeInTheDocument();
});

const revoked = { endedAt: inHours(-0.1), endedBy: LIN, active: false };

it.each([
  [{}, /^Until /],
  [{ active: false }, /^Ended on /],
  [{ ...revoked, endReason: "handed back" }, /^Handed back by lin on /],
  [{ ...revoked, endReason: "Case closed" }, /^Revoked by lin on .*: Case/],
])("says of a grant with %o %s", async (end, words) => {
  serve({
    offers: [offer],
    requests: [{ ...request, status: "APPROVED", grant: { ...grant, ...end } }],
  });
  await show(<DataAccessPage />);

  expect(await screen.findByText(words)).toBeVisible();
});

it("asks the server for the next page", async () => {
  localStorage.setItem("pageSize", "2");
  const all = ["r1", "r2", "r3"].map((id) => ({ ...request, id, scope: id }));
  serve({ offers: [offer] });
  network.use(
    http.get(own("requests"), ({ request: { url } }) => {
      const { searchParams } = new URL(url);
      const [first, max] = ["first", "max"].map((name) =>
        Number(searchParams.get(name)),
      ) as [number, number];
      return HttpResponse.json(all.slice(first, first + max));
    }),
  );
  await show(<DataAccessPage />);

  expect(
    await screen.findAllByRole("button", { name: "Cancel request" }),
  ).toHaveLength(2);
  await press("Next page");

  expect(await screen.findAllByText("3 – 3")).not.toHaveLength(0);
  expect(
    screen.getAllByRole("button", { name: "Cancel request" }),
  ).toHaveLength(1);
});
