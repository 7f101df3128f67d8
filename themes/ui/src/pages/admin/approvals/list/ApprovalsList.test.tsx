/* SPDX-License-Identifier: Apache-2.0 */
import { act, fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Me } from "../../../../api/types";
import { grantOf } from "../../../../test/grant";
import { admin, network } from "../../../../test/network";
import { show } from "../../../../test/show";
import { ApprovalsList } from "./ApprovalsList";
import { AVERY, granted, OLGA, request } from "../samples";

const asked: URLSearchParams[] = [];

const answer = (...bundles: object[]) => {
  network.use(
    http.get(admin("bundles"), (call) => {
      asked.push(new URL(call.request.url).searchParams);
      return HttpResponse.json(bundles);
    }),
  );
};

const list = (me: Me, path = "/", language = "en") =>
  show(
    <ApprovalsList
      me={me}
      onLogin={() => undefined}
      onDecided={() => undefined}
    />,
    path,
    { language },
  );

beforeEach(() => {
  asked.length = 0;
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

it("shows an auditor all that is waiting, and nothing to select", async () => {
  answer({ key: "a", requests: [request("1", { decidable: false })] });
  await list(OLGA);

  await screen.findByRole("link", { name: "lin" });
  expect(asked[0]?.get("decidable")).toBeNull();
  expect(screen.queryByRole("checkbox")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Show: Waiting" }));
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

  expect(
    (await screen.findByText(/and 1 more request/)).parentElement,
  ).toHaveTextContent(/Contact details of US users.*and 1 more request/);
  expect(screen.getByRole("cell", { name: "2 requests" })).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: /Details/ }));
  const items = screen.getByRole("grid", {
    name: "Requests that belong together",
  });
  expect(within(items).getAllByRole("link")).toHaveLength(2);
});

it("names the most sensitive request of a row, with its own sensitivity", async () => {
  answer({
    key: "a",
    requests: [
      request("1"),
      request("2", {
        sensitivity: "RESTRICTED",
        categories: [
          {
            key: "us.user.private",
            label: "Private data of US users",
            sensitivity: "RESTRICTED",
            jurisdiction: "US",
          },
        ],
      }),
    ],
  });
  await list(AVERY);

  expect(
    (await screen.findByText(/and 1 more request/)).parentElement,
  ).toHaveTextContent(/^Private data of US users.*Restricted and 1 more/);
  expect(screen.getAllByRole("link", { name: "lin" })[0]).toHaveAttribute(
    "href",
    "/workforce/data-access/approvals/2",
  );
});

it("says of a row each of its durations, which are not one", async () => {
  answer({
    key: "a",
    requests: [
      request("1", { requestedDuration: "PT1H" }),
      request("2", { requestedDuration: "PT30M" }),
    ],
  });
  await list(AVERY);

  expect(
    await screen.findByRole("cell", { name: "1 hour / 30 minutes" }),
  ).toBeVisible();
});

it("says of a row how each of its requests ended", async () => {
  answer({
    key: "a",
    requests: [
      request("1", {
        status: "DENIED",
        decidable: false,
        closedAt: "2026-11-22T11:00:00Z",
      }),
      {
        ...granted("2"),
        closedAt: "2026-11-22T11:30:00Z",
        grant: grantOf({ approvedUntil: "2099-11-22T14:00:00Z" }),
      },
    ],
  });
  await list(OLGA, "/?show=all");

  const row = (
    await screen.findByRole("cell", { name: /^2 requests/ })
  ).closest("tr");
  expect(row).toHaveTextContent(/2 requests.*Denied.*Approved/);
  expect(row).not.toHaveTextContent(/denied|approved/);
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
  await userEvent.click(
    screen.getByRole("checkbox", { name: "Select all of this page" }),
  );
  await userEvent.click(
    screen.getByRole("button", { name: "Deny 2 requests together" }),
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
  await userEvent.click(
    screen.getByRole("checkbox", { name: "Select all of this page" }),
  );

  expect(screen.getByText(/^Rows are approved one by one/)).toBeVisible();
  await userEvent.click(
    screen.getByRole("button", { name: "Deny 2 requests together" }),
  );
  expect(
    screen.getByRole("dialog", { name: "Deny 2 requests?" }),
  ).toBeVisible();
});

it("offers to deny several where there is a row, and nowhere else", async () => {
  const offered = () => screen.queryByRole("button", { name: "Deny selected" });
  answer({ key: "a", requests: [request("1")] });
  const { unmount } = await list(AVERY);
  await screen.findByRole("link", { name: "lin" });
  expect(offered()).toBeVisible();
  unmount();

  answer();
  await list(AVERY);
  await screen.findByText("As of", { exact: false });
  expect(offered()).toBeNull();
});

it("filters by applications as the rows call them", async () => {
  const scope = (clients: object[]) => ({
    name: "us-contact",
    categories: [],
    sensitivity: "CONFIDENTIAL",
    policies: [],
    clients,
  });
  network.use(
    http.get(admin("classification"), () =>
      HttpResponse.json({
        categories: [],
        policies: [],
        problems: [],
        version: null,
        scopes: [
          scope([
            {
              clientId: "cli",
              clientName: "Command line",
              assignment: "optional",
            },
            { clientId: "batch", clientName: null, assignment: "optional" },
          ]),
        ],
      }),
    ),
  );
  answer({ key: "a", requests: [request("1")] });
  await list(AVERY);

  await userEvent.click(
    await screen.findByRole("button", { name: "Application: Any" }),
  );
  expect(
    screen.getAllByRole("option").map((option) => option.textContent),
  ).toEqual(["Any", "batch", "Command line (cli)"]);
  await userEvent.click(
    screen.getByRole("option", { name: "Command line (cli)" }),
  );
  expect(
    await screen.findByRole("button", {
      name: "Application: Command line (cli)",
    }),
  ).toBeVisible();
  expect(asked.at(-1)?.get("clientId")).toBe("cli");
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

  expect(await screen.findByText(/The server failed. Try again/)).toBeVisible();
  expect(screen.queryByText("Nothing waits for you")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("Nothing waits for you")).toBeVisible();
});

const pageOf = (total: number, requests = total) => {
  network.use(
    http.get(admin("requests/count"), () => HttpResponse.json(requests)),
    http.get(admin("bundles/count"), () => HttpResponse.json(total)),
    http.get(admin("bundles"), (call) => {
      const query = new URL(call.request.url).searchParams;
      const [first, max] = ["first", "max"].map((n) => Number(query.get(n)));
      return HttpResponse.json(
        Array.from({ length: total }, (_, i) => ({
          key: String(i),
          requests: [request(String(i))],
        })).slice(first, (first ?? 0) + (max ?? 0)),
      );
    }),
  );
};

it("goes to the last page that has rows when its own has none any more", async () => {
  pageOf(25);
  await list(AVERY, "/?first=300");

  expect(await screen.findAllByRole("link", { name: "lin" })).toHaveLength(5);
  expect(screen.getByText("25 requests")).toBeVisible();
  expect(screen.getAllByText("21 - 25")[0]).toBeVisible();
  expect(screen.queryByText("Nothing waits for you")).toBeNull();
});

it("says what it counts where a row stands for several requests", async () => {
  pageOf(14, 27);
  await list(AVERY);

  expect(await screen.findByText("27 requests in 14 rows")).toBeVisible();
});

it.each([
  [10_000, "10000 requests", false],
  [10_001, "10,000+ requests", true],
])("says of %s that it is %s", async (total, said, isCut) => {
  pageOf(12, total);
  network.use(http.get(admin("bundles/count"), () => HttpResponse.json(total)));
  await list(AVERY, "/?search=lin");

  expect(await screen.findByText(said)).toBeVisible();
  expect(
    screen.queryAllByText(
      "Searched were only the newest 10,000: filters lead further back.",
    ),
  ).toHaveLength(isCut ? 1 : 0);
});

it("does not speak of what was searched when nothing is searched for", async () => {
  pageOf(12, 10_001);
  await list(AVERY);

  expect(await screen.findByText("10,000+ requests in 12 rows")).toBeVisible();
  expect(screen.queryByText(/Searched were only/)).toBeNull();
});

it("does not tell somebody who may see nothing that nothing is pending", async () => {
  answer();
  await list({ ...OLGA, id: "sam", username: "sam", auditor: false });

  expect(
    await screen.findByText("There is nothing that you may see or decide"),
  ).toBeVisible();
  expect(
    screen.getByText(/Requests may be waiting, and others decide them/),
  ).toBeVisible();
  expect(screen.queryByText(/pending/)).toBeNull();
});

it("calls people by both of their names, and says how long they ask for", async () => {
  answer({
    key: "a",
    requests: [
      request("1", {
        subject: { ...request("1").subject, name: "Lin Wei" },
        requester: { id: "p", username: "pat", name: "Pat Doe" },
      }),
    ],
  });
  await list(AVERY);

  expect(
    await screen.findByRole("link", { name: "lin (Lin Wei)" }),
  ).toBeVisible();
  expect(screen.getByText(/Asked for by/)).toHaveTextContent("pat (Pat Doe)");
  expect(screen.getByRole("cell", { name: "2 hours" })).toBeVisible();
});

it.each([
  [
    -1,
    /^runs until /,
    /^Extension: approved now, the access runs until .* instead of /,
  ],
  [
    1,
    /^adds nothing$/,
    /^Approved now, this adds nothing: the access already runs until /,
  ],
])("marks what extends a running access by %i hour", async (by, line, said) => {
  const until = new Date(Date.now() + (2 + by) * 3_600_000).toISOString();
  const extended = { id: "g1", until };
  answer(
    { key: "a", requests: [request("1", { extended })] },
    { key: "b", requests: [request("2", { scope: "us-private" })] },
  );
  await list(AVERY);

  expect(await screen.findByText(line)).toHaveAttribute(
    "title",
    expect.stringMatching(said),
  );
});

it("says of what is decided when that was, and not that it expires", async () => {
  answer({
    key: "a",
    requests: [{ ...granted("1"), closedAt: "2026-11-22T11:00:00Z" }],
  });
  await list(AVERY, "/?show=approved");

  expect(await screen.findByText("Ended")).toBeVisible();
  expect(screen.getByText(/^approved/)).toBeVisible();
  expect(screen.queryByText(/expires/)).toBeNull();
});

describe("an open queue", () => {
  beforeEach(() => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  const open = async () => {
    pageOf(1);
    await list(AVERY);
    await screen.findByText("1 request");
    expect(screen.getByText(/^As of /)).toBeVisible();
  };

  const later = async () => {
    pageOf(2);
    await act(() => vi.advanceTimersByTimeAsync(16_000));
  };

  it("shows what is new by itself", async () => {
    await open();
    await later();

    expect(await screen.findByText("2 requests")).toBeVisible();
    expect(screen.getAllByRole("link", { name: "lin" })).toHaveLength(2);
  });

  it("says so only, while somebody selects", async () => {
    await open();
    fireEvent.click(
      screen.getByRole("checkbox", { name: "Select all of this page" }),
    );
    await later();

    expect(
      await screen.findByText(/2 requests · there is something new/),
    ).toBeVisible();
    expect(screen.getAllByRole("link", { name: "lin" })).toHaveLength(1);
    fireEvent.click(screen.getByRole("button", { name: "refresh" }));
    expect(await screen.findByText("2 requests")).toBeVisible();
    expect(screen.getAllByRole("link", { name: "lin" })).toHaveLength(2);
  });
});

it.each([
  ["de", "Alle dieser Seite auswählen"],
  ["fr", "Select all of this page"],
])("has words, and no keys, for a reader of %s", async (language, words) => {
  answer({ key: "a", requests: [request("1"), request("2")] });
  const { container } = await list(AVERY, "/", language);
  await screen.findByRole("link", { name: "lin" });

  expect(screen.getByRole("checkbox", { name: words })).toBeVisible();
  expect(container).not.toHaveTextContent("dataAccess");
});

it("isolates a name that is written from right to left", async () => {
  const subject = { ...request("1").subject, name: "مریم" };
  answer({ key: "a", requests: [request("1", { subject })] });
  await list(AVERY);

  expect((await screen.findByText("مریم")).tagName).toBe("BDI");
});

it.each([
  ["?search=xyz", /^Searched were names of people/],
  ["?sensitivity=RESTRICTED", /^Change the filters above\.$/],
])(
  "says what was searched only where something was: %s",
  async (search, said) => {
    answer();
    await list(AVERY, search);

    expect(await screen.findByText(said)).toBeVisible();
  },
);

it.each([
  ["waiting", true],
  ["all", true],
  ["approved", false],
  ["expired", false],
])("offers to deny where something may wait: %s", async (shown, offers) => {
  answer({ key: "a", requests: [request("1")] });
  await list(AVERY, `?show=${shown}`);

  expect(await screen.findByText("Contact details of US users")).toBeVisible();
  expect(screen.queryAllByText(/^Rows are approved one by one/)).toHaveLength(
    offers ? 1 : 0,
  );
});
