/* SPDX-License-Identifier: Apache-2.0 */
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { expect, it } from "vitest";
import { network, own } from "../../../test/network";
import { show } from "../../../test/show";
import DataAccessPage from "../DataAccessPage";
import { Requester } from "../requester";
import {
  grant,
  inHours,
  LIN,
  offer,
  refuse,
  request,
  serve,
} from "../fixtures";

const page = (
  <Requester.Provider value={LIN.id}>
    <DataAccessPage />
  </Requester.Provider>
);

const press = async (name: string) =>
  userEvent.click(await screen.findByRole("button", { name }));

it("shows a pending request with its progress by group, and what was said", async () => {
  serve({ offers: [offer], requests: [request] });
  await show(page, "/?request=r2");

  expect(await screen.findByText("Waiting")).toBeVisible();
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
  await show(page);

  await press("Remind the approvers");

  expect(await screen.findByText(/^Your reminder was taken\./)).toBeVisible();
  expect(await screen.findByText(/Possible in 1[45] minutes/)).toBeVisible();
  expect(
    screen.getByRole("button", { name: "Remind the approvers" }),
  ).toBeDisabled();
});

it.each([
  [
    { recipients: 2, mailBy: null },
    "The reminder is on its way to 2 approvers.",
  ],
  [
    { recipients: 1, mailBy: null },
    "The reminder is on its way to 1 approver.",
  ],
  [{ recipients: 0, mailBy: null }, /^Nobody gets a mail/],
  [{ recipients: 2, mailBy: "2026-03-01T10:00:00Z" }, /so it goes by March 1/],
])("says when the mail goes on %o", async (reminder, words) => {
  serve({ offers: [offer], requests: [request] });
  network.use(
    http.post(own("requests/r2/reminders"), () => HttpResponse.json(reminder)),
  );
  await show(page);

  await press("Remind the approvers");

  expect(await screen.findByText(words)).toBeVisible();
});

it.each([
  [429, "too_soon", /reminded less than 15 minutes ago/],
  [409, "not_pending", /no longer waiting/],
])("says why nobody was reminded on %i %s", async (status, code, words) => {
  serve({ offers: [offer], requests: [request] });
  network.use(
    http.post(own("requests/r2/reminders"), () => refuse(status, code)),
  );
  await show(page);

  await press("Remind the approvers");

  expect(await screen.findByText(words)).toBeVisible();
});

it("withdraws once it is clear what that loses", async () => {
  serve({ offers: [offer], requests: [request] });
  network.use(
    http.delete(own("requests/r2"), () => {
      const closed = { closedAt: inHours(0), status: "CANCELLED" };
      serve({ offers: [offer], requests: [{ ...request, ...closed }] });
      return new HttpResponse(null, { status: 204 });
    }),
  );
  await show(page);

  await press("Withdraw request");
  expect(screen.getByRole("dialog")).toHaveTextContent(
    "you have to ask again. The approval given so far is lost.",
  );
  await userEvent.click(screen.getByTestId("confirm"));

  expect(await screen.findByText("The request was withdrawn.")).toBeVisible();
  expect(await screen.findByText("Ended without a decision")).toBeVisible();
});

it.each([
  ["WITHDRAWN", /^Withdrawn on /],
  ["REVOKED", /^Ended on .*, because the access was revoked$/],
  ["DELETED", /^Ended on .*, because what it was for was deleted$/],
  ["RECLASSIFIED", /^Ended on .*, because the data was reclassified$/],
  [null, /^Withdrawn or ended on /],
])("says of a cancelled request why: %s", async (cancellation, words) => {
  const closed = { closedAt: inHours(0), status: "CANCELLED", cancellation };
  serve({ offers: [offer], requests: [{ ...request, ...closed }] });
  await show(page);

  expect(await screen.findByText(words)).toBeVisible();
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
  await show(page);

  await press("Withdraw request");
  await userEvent.click(screen.getByTestId("confirm"));

  expect(await screen.findByText(/no longer waiting/)).toBeVisible();
  expect(await screen.findByText("Denied")).toBeVisible();
  expect(screen.getByText("Ask with a ticket")).toBeVisible();
  expect(
    screen.getByText("Denied by avery: Ask with a ticket"),
  ).toBeInTheDocument();
});

const revoked = { endedAt: inHours(-0.1), endedBy: LIN, active: false };

const blocked = { usable: false, usableUntil: null };

it.each([
  [{}, "Approved", /^Until /],
  [
    { usable: true, usableUntil: "2026-03-01T10:00:00Z" },
    "Approved",
    /^Until March 1, 2026/,
  ],
  [blocked, "Opens nothing now", /^The rules for this data, or the account/],
  [{ active: false }, "Access ended", /^Ended on /],
  [
    { ...revoked, endReason: "handed back" },
    "Access handed back",
    /^Handed back by lin on /,
  ],
  [
    { ...revoked, endReason: "Case closed" },
    "Access revoked",
    /^Revoked by lin on .*: Case/,
  ],
  [
    { ...revoked, endedBy: null, endReason: "client deleted" },
    "Access ended",
    /^Ended on .*: the application was deleted/,
  ],
])("says of a grant with %o that it is %s", async (end, label, words) => {
  serve({
    offers: [offer],
    requests: [{ ...request, status: "APPROVED", grant: { ...grant, ...end } }],
  });
  await show(page);

  expect(await screen.findByText(words)).toBeVisible();
  expect(screen.getByText(label)).toBeVisible();
});

it("says of every request when it was asked", async () => {
  const createdAt = "2026-03-01T10:00:00Z";
  serve({ offers: [offer], requests: [{ ...request, createdAt }] });
  await show(page);

  expect(await screen.findByText(/^Asked on March 1, 2026/)).toBeVisible();
});

it("names groups by their description where the server tells it", async () => {
  const progress = [
    { ...request.progress[0], description: "US data security" },
  ];
  serve({ offers: [offer], requests: [{ ...request, progress }] });
  await show(page, "/?request=r2");

  expect(
    await screen.findByText("US data security: 1 of 2 approvals given"),
  ).toBeVisible();
  expect(
    screen.getByText("Approved by US data security: Fine with me"),
  ).toBeVisible();
});

it.each([
  ["PT15M", "Approved by avery, and shortened to 15 minutes"],
  ["PT48H", "Approved by avery: Fine with me"],
])(
  "says whose approval gave less than was asked for: %s",
  async (duration, words) => {
    const vote = {
      ...request.votes[0],
      approver: { id: "a", username: "avery" },
      duration,
    };
    serve({
      offers: [offer],
      requests: [{ ...request, status: "APPROVED", grant, votes: [vote] }],
    });
    await show(page, "/?request=r2");

    expect(await screen.findByText(new RegExp(`^${words}`))).toBeVisible();
  },
);

const denied = {
  ...request,
  status: "DENIED",
  votes: [
    {
      ...request.votes[0],
      approver: { id: "a", username: "avery" },
      decision: "DENY",
      comment: "Say which user",
    },
  ],
};

it("asks again with what was asked before, and shows what was said against it", async () => {
  serve({ offers: [offer], requests: [denied] });
  network.use(http.get(own("requests/r2"), () => HttpResponse.json(denied)));
  await show(page);

  await press("Ask again");

  expect(
    await screen.findByRole("textbox", { name: /Justification/ }),
  ).toHaveValue(request.justification);
  expect(screen.getByRole("textbox", { name: /Ticket/ })).toHaveValue("CASE-7");
  expect(screen.getByRole("radio")).toBeChecked();
  expect(
    screen.getByRole("button", { name: "Purpose: Legal request" }),
  ).toBeVisible();
  expect(await screen.findByText("Say which user")).toBeVisible();
  sessionStorage.clear();
});

it.each(["PENDING", "GRANTED"])(
  "does not offer to ask again for what is %s",
  async (state) => {
    serve({ offers: [{ ...offer, state }], requests: [denied] });
    await show(page);

    expect(await screen.findByText("Denied")).toBeVisible();
    expect(
      screen.queryByRole("button", { name: "Ask again" }),
    ).not.toBeInTheDocument();
  },
);

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
  await show(page);

  expect(
    await screen.findAllByRole("button", { name: "Withdraw request" }),
  ).toHaveLength(2);
  await press("Next page");

  expect(await screen.findAllByText("3 – 3")).not.toHaveLength(0);
  expect(
    screen.getAllByRole("button", { name: "Withdraw request" }),
  ).toHaveLength(1);
});

it("says of a request for a service account whose it is, and whom to ask", async () => {
  const account = { username: "service-account-batch", clientId: "sample-app" };
  const subject = { id: "sa", username: account.username, attributes: {} };
  const contact = "Batch desk";
  serve({ requests: [{ ...request, subject }], accounts: [account] });
  network.use(
    http.get(own("scopes"), ({ request: { url } }) =>
      HttpResponse.json(
        new URL(url).searchParams.has("subject") ? [{ ...offer, contact }] : [],
      ),
    ),
  );
  await show(page, "/?request=r2");

  expect(await screen.findByText("For service-account-batch")).toBeVisible();
  expect(await screen.findByText(contact)).toBeVisible();
});

it("says until when the access runs, whichever of its grants that is by", async () => {
  const over = { ...grant, active: false, approvedUntil: inHours(-1) };
  serve({
    offers: [offer],
    requests: [
      {
        ...request,
        status: "APPROVED",
        grant: over,
        accessUntil: "2026-11-29T00:05:00Z",
      },
    ],
  });
  await show(page);

  expect(await screen.findByText("Approved")).toBeVisible();
  expect(screen.getByText(/^Until November (28|29), 2026/)).toBeVisible();
  expect(screen.queryByText(/Ended/)).not.toBeInTheDocument();
});

it.each([
  ["en", 47, /^Extension: approved now, the access runs until .* instead of /],
  [
    "en",
    49,
    /^Approved now, this adds nothing: the access already runs until /,
  ],
  [
    "de",
    49,
    /^Jetzt genehmigt, verlängert das nichts: Der Zugriff läuft schon bis /,
  ],
])(
  "says in %s what an extension of 48 hours adds to %i",
  async (language, hours, said) => {
    serve({
      offers: [offer],
      requests: [{ ...request, extended: { id: "g1", until: inHours(hours) } }],
    });
    await show(page, "/", { language });

    expect(await screen.findByText(said)).toBeVisible();
  },
);

it("names each row's toggle by what it opens", async () => {
  serve({ offers: [offer], requests: [request] });
  await show(page);

  expect(
    await screen.findByRole("button", {
      name: "Details: Contact details of US users, Sample application",
    }),
  ).toBeVisible();
});
