/* SPDX-License-Identifier: Apache-2.0 */
import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { expect, it, vi } from "vitest";
import { network, own } from "../../../test/network";
import { show } from "../../../test/show";
import DataAccessPage from "../DataAccessPage";
import { Requester } from "../requester";
import { grant, inHours, LIN, offer, refuse, serve } from "../fixtures";

const page = (
  <Requester.Provider value={LIN.id}>
    <DataAccessPage />
  </Requester.Provider>
);

const press = async (name: string) =>
  userEvent.click(await screen.findByRole("button", { name }));

it("shows what one has, until when, and once where an extension left two", async () => {
  const extension = { ...grant, id: "g2", approvedUntil: inHours(5.5) };
  serve({ offers: [offer], grants: [grant, extension] });
  await show(page);

  expect(
    await screen.findByText(/^5 hours, (29|30) minutes left$/),
  ).toBeVisible();
  expect(screen.queryByText(/1 hour/)).not.toBeInTheDocument();
  expect(screen.getByText("Sample application")).toBeVisible();
  expect(screen.getByText("Contact details of US users")).toBeVisible();
  expect(screen.getByText("Confidential")).toBeVisible();
  expect(screen.getByText("Legal request")).toBeVisible();
});

it("extends with the same application, data and purpose", async () => {
  serve({ offers: [{ ...offer, state: "GRANTED" }], grants: [grant] });
  await show(page);

  await press("Extend");

  expect(
    await screen.findByRole("radio", { name: "Contact details of US users" }),
  ).toBeChecked();
  expect(
    screen.getByRole("button", { name: "Purpose: Legal request" }),
  ).toBeVisible();
});

it("says that an extension is asked for already", async () => {
  serve({
    offers: [{ ...offer, state: "GRANTED", pendingRequestId: "r2" }],
    grants: [grant],
  });
  await show(page);

  expect(
    await screen.findByRole("link", {
      name: "An extension is waiting for approval",
    }),
  ).toBeVisible();
  expect(
    screen.queryByRole("button", { name: "Extend" }),
  ).not.toBeInTheDocument();
});

it("hands back once that is confirmed", async () => {
  serve({ offers: [offer], grants: [grant] });
  network.use(
    http.delete(own("grants/g1"), () => {
      serve({ offers: [offer] });
      return new HttpResponse(null, { status: 204 });
    }),
  );
  await show(page);

  await press("Hand back");
  expect(screen.getByRole("dialog")).toHaveTextContent(
    "your sessions at Sample application",
  );
  await userEvent.click(screen.getByTestId("confirm"));

  expect(await screen.findByText("The access was handed back.")).toBeVisible();
  expect(
    await screen.findByText(/You have no access to classified data/),
  ).toBeVisible();
});

it("shows how things stand when the access had already ended", async () => {
  serve({ offers: [offer], grants: [grant] });
  network.use(
    http.delete(own("grants/g1"), () => {
      serve({ offers: [offer] });
      return refuse(409, "already_ended");
    }),
  );
  await show(page);

  await press("Hand back");
  await userEvent.click(screen.getByTestId("confirm"));

  expect(
    await screen.findByText(/This access had already ended/),
  ).toBeVisible();
  await waitFor(() => {
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  });
});

it("keeps the dialog when the server does not answer", async () => {
  serve({ offers: [offer], grants: [grant] });
  network.use(http.delete(own("grants/g1"), () => HttpResponse.error()));
  await show(page);

  await press("Hand back");
  await userEvent.click(screen.getByTestId("confirm"));

  expect(
    await screen.findByText(/The server does not answer at the moment/),
  ).toBeVisible();
  expect(screen.getByRole("dialog")).toBeVisible();
});

it("shows an error that can be retried, and no empty list, when loading fails", async () => {
  serve({ offers: [offer] });
  network.use(
    http.get(own("grants"), () => refuse(500, "unknown_error"), { once: true }),
  );
  await show(page);

  expect(await screen.findByTestId("load-error")).toBeVisible();
  expect(screen.queryByText(/You have no access/)).not.toBeInTheDocument();

  await press("Try again");

  expect(await screen.findByText(/You have no access/)).toBeVisible();
});

it("explains when there is nothing that one may ask for", async () => {
  serve({});
  await show(page);

  expect(
    await screen.findByText("There is nothing that you can ask for"),
  ).toBeVisible();
  expect(
    screen.queryByRole("button", { name: "Ask for access" }),
  ).not.toBeInTheDocument();
});

it("says that an access opens nothing when the gate refuses it", async () => {
  const blocked = { usable: false, usableUntil: null };
  serve({ grants: [{ ...grant, ...blocked }] });
  await show(page);

  expect(await screen.findByText("Opens nothing now")).toBeVisible();
  expect(screen.getByText(/have changed since the approval/)).toBeVisible();
  expect(screen.queryByText(/left$/)).not.toBeInTheDocument();
});

it("counts to the end that the rules of now leave", async () => {
  const cut = { usable: true, usableUntil: inHours(0.5) };
  serve({ offers: [offer], grants: [{ ...grant, ...cut }] });
  await show(page);

  expect(await screen.findByText(/^(29|30) minutes left$/)).toBeVisible();
});

it("leads into the application where that says its address", async () => {
  const clientUrl = "https://app.example/";
  serve({ offers: [{ ...offer, clientUrl }], grants: [grant] });
  await show(page);

  expect(
    await screen.findByRole("link", { name: "Open Sample application" }),
  ).toHaveAttribute("href", clientUrl);
});

it("withdraws what waits as well when handing back, if that is wished", async () => {
  let withdrawn = false;
  serve({
    offers: [{ ...offer, state: "GRANTED", pendingRequestId: "r2" }],
    grants: [grant],
  });
  network.use(
    http.delete(
      own("grants/g1"),
      () => new HttpResponse(null, { status: 204 }),
    ),
    http.delete(own("requests/r2"), () => {
      withdrawn = true;
      return new HttpResponse(null, { status: 204 });
    }),
  );
  await show(page);

  await press("Hand back");
  await userEvent.click(screen.getByRole("checkbox", { name: /^Withdraw my/ }));
  await userEvent.click(screen.getByTestId("confirm"));

  expect(await screen.findByText("The request was withdrawn.")).toBeVisible();
  expect(withdrawn).toBe(true);
});

it("leaves what waits when handing back without that wish", async () => {
  serve({
    offers: [{ ...offer, state: "GRANTED", pendingRequestId: "r2" }],
    grants: [grant],
  });
  network.use(
    http.delete(
      own("grants/g1"),
      () => new HttpResponse(null, { status: 204 }),
    ),
  );
  await show(page);

  await press("Hand back");
  await userEvent.click(screen.getByTestId("confirm"));

  expect(await screen.findByText("The access was handed back.")).toBeVisible();
  expect(screen.queryByText("The request was withdrawn.")).toBeNull();
});

/** A service account of lin, for which other things may be asked for than for lin. */
const batch = () => {
  const account = { username: "service-account-batch", clientId: "batch" };
  const subject = { id: "sa", username: account.username };
  const extendable = { ...offer, clientId: "batch", state: "GRANTED" };
  serve({
    offers: [{ ...offer, clientId: "batch", pendingRequestId: "r9" }],
    grants: [{ ...grant, clientId: "batch", clientName: "Batch", subject }],
    accounts: [account],
  });
  network.use(
    http.get(own("scopes"), ({ request: { url } }) =>
      HttpResponse.json(
        new URL(url).searchParams.has("subject") ? [extendable] : [],
      ),
    ),
  );
};

it("says of a service account's access whose it is, and extends it", async () => {
  batch();
  await show(page);

  expect(await screen.findByText("For service-account-batch")).toBeVisible();
  expect(await screen.findByRole("button", { name: "Extend" })).toBeVisible();
  expect(screen.queryByText(/extension is waiting/)).not.toBeInTheDocument();
});

it("says whose access ends when it is handed back for a service account", async () => {
  batch();
  await show(page);
  await press("Hand back");

  const dialog = screen.getByRole("dialog");
  expect(dialog).toHaveTextContent(
    "the access of service-account-batch to “Contact details of US users” through Batch, and sessions of service-account-batch at Batch end",
  );
  expect(dialog).not.toHaveTextContent(/your/);
});

it("says of one's own access nobody's name", async () => {
  serve({ offers: [offer], grants: [grant] });
  await show(page);

  expect(await screen.findByText(/left$/)).toBeVisible();
  expect(screen.queryByText(/^For /)).not.toBeInTheDocument();
});

it("never says that there is more time left than there is", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: false });
  vi.setSystemTime("2026-11-22T12:00:09.500Z");
  const approvedUntil = "2026-11-22T12:01:08Z";
  serve({ offers: [offer], grants: [{ ...grant, approvedUntil }] });
  await show(page);
  await vi.waitFor(() => {
    expect(screen.getByText("58 seconds left")).toBeVisible();
  });
  await act(() => vi.advanceTimersByTimeAsync(3_000));
  expect(screen.getByText("55 seconds left")).toBeVisible();
  vi.useRealTimers();
});
