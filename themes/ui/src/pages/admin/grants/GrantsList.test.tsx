/* SPDX-License-Identifier: Apache-2.0 */
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { GrantsTab } from "../../../admin/paths";
import type { Grant } from "../../../api/types";
import { grantOf } from "../../../test/grant";
import { admin, network } from "../../../test/network";
import { show } from "../../../test/show";
import { GrantsList } from "./GrantsList";

/** Addresses of the calls that the server got. */
const serve = (...grants: Grant[]): URLSearchParams[] => {
  const calls: URLSearchParams[] = [];
  network.use(
    http.get(admin("grants"), ({ request }) => {
      calls.push(new URL(request.url).searchParams);
      return HttpResponse.json(grants);
    }),
  );
  return calls;
};

const open = (tab: GrantsTab, address = "/") =>
  show(<GrantsList person="u9" tab={tab} onStepUp={vi.fn()} />, address);

beforeEach(() => {
  vi.setSystemTime("2026-11-22T12:00:30Z");
});

afterEach(() => {
  vi.useRealTimers();
});

describe("what the server is asked for", () => {
  it.each([
    ["active", { active: "true" }],
    [
      "ending",
      {
        active: "true",
        endingBefore: "2026-11-22T13:00:00.000Z",
        sort: "approvedUntil",
      },
    ],
    ["ended", { active: "false" }],
  ] as const)("of tab %s", async (tab, asked) => {
    const calls = serve(grantOf());
    await open(tab);
    await screen.findByRole("link", { name: "lin" });

    expect(Object.fromEntries(calls[0] ?? [])).toEqual({
      ...asked,
      first: "0",
      max: "11",
    });
  });

  it("is narrowed by what the address says", async () => {
    const calls = serve(grantOf());
    await open("active", "/?subject=lin&scope=us-contact&search=legal");
    await screen.findByRole("link", { name: "lin" });

    expect(calls[0]?.toString()).toBe(
      "active=true&subject=lin&scope=us-contact&first=0&max=11&search=legal",
    );
    expect(
      screen.getByRole("button", { name: "Remove filter Scope" }),
    ).toBeVisible();
  });

  it("is narrowed by a filter that is typed, and widened by dropping it", async () => {
    const calls = serve(grantOf());
    await open("active");
    await userEvent.type(
      await screen.findByRole("textbox", { name: "Filter by Subject" }),
      "lin{Enter}",
    );
    await userEvent.click(
      await screen.findByRole("button", { name: "Remove filter Subject" }),
    );

    await vi.waitFor(() => {
      expect(calls.map((call) => call.get("subject"))).toContain("lin");
    });
    expect(
      screen.queryByRole("button", { name: "Remove filter Subject" }),
    ).not.toBeInTheDocument();
  });
});

it("says what is open to whom, for what, since when and until when", async () => {
  serve(grantOf());
  await open("active");

  expect(await screen.findByRole("link", { name: "lin" })).toHaveAttribute(
    "href",
    "/workforce/data-access/approvals/r1",
  );
  expect(screen.getByText("Contact details of US users")).toBeVisible();
  expect(screen.getByText("Confidential")).toBeVisible();
  expect(screen.getByText("Legal request")).toBeVisible();
  expect(screen.getByText("2 hours ago")).toBeVisible();
  expect(screen.getByText("in 5 hours")).toBeVisible();
});

it.each([
  ["refuses it", { usable: false, usableUntil: null }, "Opens nothing now"],
  [
    "ends it earlier",
    { usable: true, usableUntil: "2026-11-22T14:00:30Z" },
    "in 2 hours",
  ],
])(
  "shows no hours that the gate does not give when it %s",
  async (_, changes, words) => {
    serve(grantOf(changes));
    await open("active");

    expect(await screen.findByText(words)).toBeVisible();
    expect(screen.getByText(/^Approved until Nov 22, 2026/)).toBeVisible();
    expect(screen.queryByText("in 5 hours")).not.toBeInTheDocument();
  },
);

it("says how many there are, and has a name for each column", async () => {
  serve(grantOf());
  network.use(http.get(admin("grants/count"), () => HttpResponse.json(1)));
  await open("active");

  expect(await screen.findByText("1 in all")).toBeVisible();
  for (const header of screen.getAllByRole("columnheader")) {
    expect(header).not.toHaveTextContent(/^$/);
  }
});

it("offers to revoke only what the viewer may", async () => {
  serve(grantOf({ revocable: false }));
  await open("active");
  await screen.findByRole("link", { name: "lin" });

  expect(
    screen.queryByRole("button", { name: "Kebab toggle" }),
  ).not.toBeInTheDocument();
  expect(
    screen.queryByRole("columnheader", { name: "Actions" }),
  ).not.toBeInTheDocument();
});

it("has a column of actions where one of them may be revoked", async () => {
  serve(grantOf({ revocable: false }), grantOf({ id: "g2" }));
  await open("active");

  expect(
    await screen.findByRole("columnheader", { name: "Actions" }),
  ).toBeVisible();
  expect(screen.getAllByRole("button", { name: "Kebab toggle" })).toHaveLength(
    1,
  );
});

it.each([
  [
    "who ended it and why",
    {
      endedAt: "2026-11-22T11:00:00Z",
      endedBy: { id: "u2", username: "erin" },
      endReason: "Case closed",
    },
    ["erin", "Case closed"],
  ],
  ["that its time ran out", {}, ["Time ran out", "—"]],
  [
    "that the server ended it",
    { endedAt: "2026-11-22T11:00:00Z", endReason: "user deleted" },
    ["Server", "The user was deleted"],
  ],
  [
    "that its realm was deleted",
    { endedAt: "2026-11-22T11:00:00Z", endReason: "realm deleted" },
    ["Server", "The realm was deleted"],
  ],
] as const)("says of an ended one %s", async (_, ended, words) => {
  serve(grantOf({ ...ended, active: false, revocable: false }));
  await open("ended");
  await screen.findByRole("link", { name: "lin" });

  const cells = screen.getAllByRole("cell").map((cell) => cell.textContent);
  expect(cells.slice(-2)).toEqual(words);
});

describe("when there is nothing", () => {
  it.each([
    ["active", "No active access grants"],
    ["ending", "Nothing ends within an hour"],
    ["ended", "No ended access grants"],
  ] as const)("tab %s says so", async (tab, words) => {
    serve();
    await open(tab);

    expect(await screen.findByText(words)).toBeVisible();
  });
});

it("shows an error that can be retried, and no empty list, when loading fails", async () => {
  network.use(
    http.get(
      admin("grants"),
      () =>
        HttpResponse.json(
          { error: "unavailable", errorMessage: "The database is away" },
          { status: 503 },
        ),
      { once: true },
    ),
    http.get(admin("grants"), () => HttpResponse.json([grantOf()])),
  );
  await open("active");

  expect(
    await screen.findByText(/The database of the server cannot be reached/),
  ).toBeVisible();
  expect(screen.queryByText("No active access grants")).not.toBeInTheDocument();

  await userEvent.click(screen.getByRole("button", { name: "Try again" }));

  expect(await screen.findByRole("link", { name: "lin" })).toBeVisible();
});
