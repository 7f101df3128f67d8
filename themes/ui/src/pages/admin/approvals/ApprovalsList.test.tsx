/* SPDX-License-Identifier: Apache-2.0 */
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, it } from "vitest";
import type { Me } from "../../../api/types";
import { admin, network } from "../../../test/network";
import { show } from "../../../test/show";
import { ApprovalsList } from "./ApprovalsList";
import { AVERY, OLGA, request } from "./samples";

const asked: URLSearchParams[] = [];

const answer = (...bundles: object[]) => {
  network.use(
    http.get(admin("bundles"), (call) => {
      asked.push(new URL(call.request.url).searchParams);
      return HttpResponse.json(bundles);
    }),
  );
};

const list = (me: Me, path?: string) =>
  show(
    <ApprovalsList
      me={me}
      onLogin={() => undefined}
      onDecided={() => undefined}
    />,
    path,
  );

beforeEach(() => {
  asked.length = 0;
  network.use(
    http.get(admin("classification"), () =>
      HttpResponse.json({ scopes: [], categories: [], policies: [] }),
    ),
  );
});

it("asks an approver's list for a page of what waits for them, most urgent first", async () => {
  answer({ key: "a", requests: [request("1", { urgent: true })] });
  await list(AVERY);

  expect(await screen.findByRole("link", { name: "lin" })).toHaveAttribute(
    "href",
    "/workforce/data-access/approvals/1",
  );
  expect(screen.getByText("Urgent")).toBeVisible();
  expect(Object.fromEntries(asked[0] ?? [])).toEqual({
    status: "PENDING",
    decidable: "true",
    sort: "urgency",
    first: "0",
    max: "11",
  });
});

it("shows an auditor all that is pending, and nothing to select", async () => {
  answer({ key: "a", requests: [request("1", { decidable: false })] });
  await list(OLGA);

  await screen.findByRole("link", { name: "lin" });
  expect(asked[0]?.get("decidable")).toBeNull();
  expect(screen.queryByRole("checkbox")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Show: Pending" }));
  expect(screen.queryByRole("option", { name: "Waiting for me" })).toBeNull();
});

it("reads its filters from the address", async () => {
  answer();
  await list(AVERY, "/?show=denied&sensitivity=RESTRICTED&search=court");

  expect(await screen.findByText("Nothing matches")).toBeVisible();
  expect(asked[0]?.get("status")).toBe("DENIED");
  expect(asked[0]?.get("sensitivity")).toBe("RESTRICTED");
  expect(asked[0]?.get("search")).toBe("court");
  await userEvent.click(
    screen.getByRole("button", { name: "Clear all filters" }),
  );
  expect(await screen.findByText("Nothing waits for you")).toBeVisible();
});

it("shows a bundle as one row that opens", async () => {
  answer({
    key: "a",
    requests: [request("1"), request("2", { sensitivity: "RESTRICTED" })],
  });
  await list(AVERY);

  await screen.findByText("Contact details of US users and 1 more request");
  expect(screen.getByRole("cell", { name: "2 requests" })).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: /Details/ }));
  const items = screen.getByRole("grid", {
    name: "Requests that belong together",
  });
  expect(within(items).getAllByRole("link")).toHaveLength(2);
});

it("says who asks where that is somebody else", async () => {
  answer(
    { key: "a", requests: [request("1")] },
    {
      key: "b",
      requests: [request("2", { requester: { id: "p", username: "pat" } })],
    },
  );
  await list(AVERY);
  await screen.findAllByRole("link", { name: "lin" });

  expect(
    screen
      .getAllByRole("row")
      .filter((row) => row.textContent.includes("Asked for by pat")),
  ).toHaveLength(1);
  for (const box of screen.getAllByRole("checkbox")) {
    await userEvent.click(box);
  }
  await userEvent.click(
    screen.getByRole("button", { name: "Deny 2 selected together" }),
  );
  const dialog = screen.getByRole("dialog");
  expect(dialog).toHaveTextContent("Asked for by lin");
  expect(dialog).toHaveTextContent("Asked for by pat");
});

it("denies several together and says that approving is one by one", async () => {
  answer(
    { key: "a", requests: [request("1")] },
    { key: "b", requests: [request("2")] },
  );
  await list(AVERY);
  await screen.findAllByRole("link", { name: "lin" });
  for (const box of screen.getAllByRole("checkbox")) {
    await userEvent.click(box);
  }

  expect(screen.getByText(/Approving is one by one/)).toBeVisible();
  await userEvent.click(
    screen.getByRole("button", { name: "Deny 2 selected together" }),
  );
  expect(
    screen.getByRole("dialog", { name: "Deny 2 requests?" }),
  ).toBeVisible();
});

it("shows an error that can be retried, and no empty list, when loading fails", async () => {
  network.use(
    http.get(
      admin("bundles"),
      () =>
        HttpResponse.json(
          { error: "unknown_error", errorMessage: "The database is away" },
          { status: 500 },
        ),
      { once: true },
    ),
    http.get(admin("bundles"), () => HttpResponse.json([])),
  );
  await list(AVERY);

  expect(await screen.findByText("The database is away")).toBeVisible();
  expect(screen.queryByText("Nothing waits for you")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("Nothing waits for you")).toBeVisible();
});
