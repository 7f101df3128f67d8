/* SPDX-License-Identifier: Apache-2.0 */
import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { afterEach, expect, it } from "vitest";
import { network, own } from "../../../test/network";
import { show } from "../../../test/show";
import DataAccessPage from "../DataAccessPage";
import { offer, refuse, request, serve } from "../fixtures";

const REASON = "A court asks for one user";

const choose = async (field: string, option: string) => {
  await userEvent.click(
    await screen.findByRole("button", { name: new RegExp(`^${field}:`) }),
  );
  await userEvent.click(await screen.findByRole("option", { name: option }));
};

const write = async (field: RegExp, text: string) => {
  await userEvent.click(screen.getByRole("textbox", { name: field }));
  await userEvent.paste(text);
};

const send = async () =>
  userEvent.click(screen.getByRole("button", { name: "Ask for approval" }));

const open = async (offers: object[] = [offer], search = "?ask") => {
  serve({ offers });
  await show(<DataAccessPage />, `/${search}`);
};

const fillIn = async () => {
  await userEvent.click(
    await screen.findByRole("radio", { name: "Contact details of US users" }),
  );
  await choose("Purpose", "Legal request");
  await write(/Justification/, REASON);
};

afterEach(() => {
  sessionStorage.clear();
});

it("files what was typed and shows the new request", async () => {
  let filed: unknown;
  await open();
  await fillIn();
  await write(/Ticket/, "A-1");
  await choose("Duration", "4 hours");
  await userEvent.click(screen.getByRole("checkbox", { name: "Urgent" }));
  network.use(
    http.post(own("requests"), async (call) => {
      filed = await call.request.json();
      serve({ offers: [offer], requests: [request] });
      return HttpResponse.json(request, { status: 201 });
    }),
  );
  await send();

  expect(
    await screen.findByText("Your request waits for the approvers."),
  ).toBeVisible();
  expect(filed).toEqual({
    clientId: "sample-app",
    scope: "us-contact",
    purpose: "legal-request",
    justification: REASON,
    ticket: "A-1",
    duration: "PT4H",
    urgent: true,
  });
  const details = await screen.findByRole("button", { name: /Details/ });
  expect(details).toHaveAttribute("aria-expanded", "true");
  expect(sessionStorage).toHaveLength(0);
});

it("says at each field what is missing, and goes to the first", async () => {
  await open([{ ...offer, ticketRequired: true }]);
  await userEvent.click(await screen.findByRole("radio"));
  await send();

  expect(screen.getByText("Choose one of the purposes.")).toBeVisible();
  expect(screen.getByText(/^Justify the access in 10 to 2000/)).toBeVisible();
  expect(screen.getByText("Name the ticket of the case.")).toBeVisible();
  expect(screen.getByRole("button", { name: /^Purpose:/ })).toHaveFocus();
});

it("keeps what was typed when the page is loaded again, and shows a purpose without a name by its key", async () => {
  await open();
  await fillIn();
  await choose("Purpose", "kite-flying");
  cleanup();
  await open();

  expect(
    await screen.findByRole("textbox", { name: /Justification/ }),
  ).toHaveValue(REASON);
  expect(
    screen.getByRole("button", { name: "Purpose: kite-flying" }),
  ).toBeVisible();

  await userEvent.click(screen.getByRole("button", { name: "cancel" }));

  expect(sessionStorage).toHaveLength(0);
});

it.each([
  [400, "invalid_ticket", /not a ticket/],
  [400, "invalid_duration", "Choose one of the durations."],
  [400, "invalid_justification", /^Justify the access/],
  [400, "unknown_purpose", "Choose one of the purposes."],
  [400, "unknown_scope", /^Choose the data/],
  [403, "not_eligible", /do not admit this account/],
  [403, "undecidable", /could not be checked/],
  [409, "no_approver", /Too few people/],
  [409, "different_pending", /A different request/],
  [409, "too_many_pending", /as many requests waiting/],
  [429, "too_soon", /as often within an hour/],
  [503, "unavailable", /in a minute/],
  [500, "something_new", /The server says: In English/],
])("says in words what %i %s means", async (status, code, words) => {
  await open();
  await fillIn();
  network.use(http.post(own("requests"), () => refuse(status, code)));
  await send();

  expect(await screen.findByText(words)).toBeVisible();
  expect(screen.getByRole("textbox", { name: /Justification/ })).toHaveValue(
    REASON,
  );
});

it("leads to the request in the way, and to the contact", async () => {
  await open();
  await fillIn();
  network.use(
    http.post(own("requests"), () => {
      serve({
        offers: [{ ...offer, state: "PENDING", pendingRequestId: "r2" }],
        requests: [request],
      });
      return refuse(409, "different_pending");
    }),
  );
  await send();

  expect(await screen.findByText(/A different request/)).toBeVisible();
  expect(document.getElementById("refused")).toHaveFocus();
  const link = await screen.findByRole("link", {
    name: "Show the waiting request",
  });
  expect(
    screen.getByText("Contact for this data: US data security on call"),
  ).toBeVisible();
  await userEvent.click(link);

  expect(await screen.findByText("Waiting")).toBeVisible();
});

it("does not offer what is asked for already", async () => {
  await open([{ ...offer, state: "PENDING", pendingRequestId: "r2" }]);

  expect(await screen.findByRole("radio")).toBeDisabled();
  expect(
    screen.getByRole("link", {
      name: "A request for this is waiting for approval",
    }),
  ).toBeVisible();
});

it("says of the ticket what the policies want, at the field and in the error", async () => {
  const ticketHint = "The number of the case, such as CASE-7";
  await open([{ ...offer, ticketHint }]);
  await fillIn();
  expect(
    screen.getByText(`A ticket looks like this: ${ticketHint}`),
  ).toBeVisible();
  network.use(
    http.post(own("requests"), () =>
      HttpResponse.json(
        { error: "invalid_ticket", params: { hint: ticketHint } },
        { status: 400 },
      ),
    ),
  );
  await send();

  expect(
    await screen.findByText(
      `What you typed is not a ticket as the rules for this data want it. A ticket looks like this: ${ticketHint}`,
    ),
  ).toBeVisible();
});

it("asks for a service account at its client, for whoever owns some", async () => {
  let filed: unknown;
  const account = { username: "service-account-batch", clientId: "batch" };
  const batch = { ...offer, clientId: "batch", clientName: "Batch" };
  serve({ offers: [offer], accounts: [account] });
  network.use(
    http.get(own("scopes"), ({ request: { url } }) => {
      const subject = new URL(url).searchParams.get("subject");
      return HttpResponse.json([subject === account.username ? batch : offer]);
    }),
  );
  await show(<DataAccessPage />, "/?ask");
  await choose("For", account.username);
  await fillIn();
  network.use(
    http.post(own("requests"), async (call) => {
      filed = await call.request.json();
      return HttpResponse.json(request, { status: 201 });
    }),
  );
  await send();

  expect(
    await screen.findByText("Your request waits for the approvers."),
  ).toBeVisible();
  expect(filed).toMatchObject({
    clientId: "batch",
    scope: "us-contact",
    subject: account.username,
  });
});

it("offers nobody else to ask for where one owns no service accounts", async () => {
  serve({ offers: [offer] });
  network.use(
    http.get(own("service-accounts"), () => refuse(403, "not_a_service_owner")),
  );
  await show(<DataAccessPage />, "/?ask");

  expect(await screen.findByRole("radio")).toBeVisible();
  expect(screen.queryByRole("button", { name: /^For:/ })).toBeNull();
});

it("says that an extension is not given by asking for it", async () => {
  await open([{ ...offer, state: "GRANTED", until: "2026-03-01T10:00:00Z" }]);

  expect(
    await screen.findByText(
      /^This access runs until March 1, 2026.*once it is approved, the later end counts\.$/,
    ),
  ).toBeVisible();
});

it("says before sending that an extension would add nothing", async () => {
  const until = new Date(Date.now() + 2 * 3_600_000).toISOString();
  await open([{ ...offer, state: "GRANTED", until }]);
  await fillIn();

  expect(
    screen.getByText(
      /^Approved now, this adds nothing: the access already runs/,
    ),
  ).toBeVisible();
  await choose("Duration", "4 hours");
  expect(
    screen.getByText(/^Extension: approved now, the access runs until/),
  ).toBeVisible();
});
