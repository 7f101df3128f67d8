/* SPDX-License-Identifier: Apache-2.0 */
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { afterEach, expect, it, vi } from "vitest";
import type { AccessRequest, Me, NeededLogin } from "../../../../api/types";
import { grantOf } from "../../../../test/grant";
import { admin, network } from "../../../../test/network";
import { show } from "../../../../test/show";
import { RequestView } from "./RequestView";
import { AVERY, granted, OLGA, request } from "../samples";

const view = async (
  requests: AccessRequest[],
  me: Me = AVERY,
  language = "en",
) => {
  const onLogin = vi.fn();
  const onDecided = vi.fn();
  network.use(http.get(admin("requests"), () => HttpResponse.json([])));
  const [first, ...others] = requests;
  if (!first) {
    throw new Error("One at least");
  }
  const page = (
    <RequestView
      requests={[first, ...others]}
      me={me}
      onLogin={(challenge) => onLogin(challenge) as unknown}
      onDecided={onDecided}
      onNext={() => undefined}
    />
  );
  const shown = await show(page, "/", { language });
  return { onLogin, onDecided, ...shown };
};

const votes: { id: unknown; body: unknown }[] = [];

/** Answers votes, request by request, in the order they come. */
const answer = (...answers: (() => Response)[]) => {
  network.use(
    http.post(admin("requests/:id/votes"), async (call) => {
      votes.push({ id: call.params.id, body: await call.request.json() });
      return answers.shift()?.() ?? new Response(null, { status: 500 });
    }),
  );
};

const json = (body: object, init?: ResponseInit) => () =>
  HttpResponse.json(body as Record<string, unknown>, init);

const tooOld = json(
  { error: "insufficient_user_authentication", errorMessage: "Log in again" },
  {
    status: 401,
    headers: {
      "WWW-Authenticate":
        'Bearer error="insufficient_user_authentication", max_age="900"',
    },
  },
);

const press = (name: string, place: HTMLElement = document.body) =>
  userEvent.click(within(place).getByRole("button", { name }));

afterEach(() => {
  votes.length = 0;
  sessionStorage.clear();
});

it("shows who asks for what and why, as text", async () => {
  await view([
    request("1", {
      justification: "<b>Court</b>",
      requester: { id: "sam", username: "sam" },
    }),
  ]);

  expect(screen.getByText("Singapore")).toBeVisible();
  expect(screen.getByText("Clips Singapore")).toBeVisible();
  expect(screen.getByText("sam")).toBeVisible();
  expect(screen.getByText("us.user.contact")).toBeVisible();
  expect(screen.getByText("<b>Court</b>")).toBeVisible();
  expect(screen.getByText("0 of 1 from us-security")).toBeVisible();
  expect(await screen.findByText("There is no other.")).toBeVisible();
});

it.each([
  ["PENDING", "Nobody has voted yet."],
  ["EXPIRED", "Nobody voted."],
] as const)("says of one that is %s: %s", async (status, words) => {
  await view([request("1", { status, decidable: false })]);

  expect(screen.getByText(words)).toBeVisible();
});

it("says how many approvers got mail where there are too many", async () => {
  await view([request("1", { mailed: { sent: 100, of: 5000 } })]);

  expect(screen.getByText("Mailed to 100 of 5000 approvers")).toBeVisible();
});

it("says nothing of mail where all approvers got it", async () => {
  await view([request("1")]);

  expect(screen.queryByText(/Mailed to/)).not.toBeInTheDocument();
});

it("says for which group somebody approved, by its description", async () => {
  const group = "/us-security";
  const description = "US data security";
  await view([
    request("1", {
      progress: [{ group, description, required: 2, given: 1 }],
      votes: [
        {
          approver: { id: "blake", username: "blake" },
          decision: "APPROVE",
          comment: "",
          group,
          duration: null,
          votedAt: "2026-11-22T10:00:00Z",
          counts: true,
        },
      ],
    }),
  ]);

  expect(screen.getByText("1 of 2 from US data security")).toBeVisible();
  expect(screen.getByText(/blake approved for US data security/)).toBeVisible();
});

it("sends the shortened duration and the comment once confirmed", async () => {
  answer(json(granted("1")));
  const { onDecided } = await view([request("1")]);
  await press("Approve");
  const dialog = screen.getByRole("dialog");
  await userEvent.selectOptions(
    within(dialog).getByLabelText("Duration"),
    "Not longer than 30 minutes",
  );
  expect(dialog).toHaveTextContent("access for 30 minutes");
  await userEvent.type(within(dialog).getByLabelText(/Comment/), "Only this");
  expect(votes).toEqual([]);
  await press("Approve", dialog);

  await vi.waitFor(() => {
    expect(onDecided).toHaveBeenCalledOnce();
  });
  expect(votes).toEqual([
    {
      id: "1",
      body: { decision: "APPROVE", duration: "PT30M", comment: "Only this" },
    },
  ]);
  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
});

it("offers only what is shorter than the approvals given so far", async () => {
  const earlier = {
    approver: { id: "blake", username: "blake" },
    decision: "APPROVE",
    comment: "",
    group: "/us-security",
    duration: "PT15M",
    votedAt: "2026-11-22T10:00:00Z",
    counts: true,
  } as const;
  await view([request("1", { votes: [earlier] })]);
  await press("Approve");
  const dialog = screen.getByRole("dialog");

  expect(dialog).toHaveTextContent("access for 15 minutes");
  expect(
    within(within(dialog).getByLabelText("Duration"))
      .getAllByRole("option")
      .map(({ textContent }) => textContent),
  ).toEqual([
    "Not shorter than the approvals given so far",
    "Not longer than 5 minutes",
  ]);
});

it("denies only with a comment", async () => {
  await view([request("1")]);
  await press("Deny");
  const dialog = screen.getByRole("dialog");

  expect(within(dialog).getByRole("button", { name: "Deny" })).toBeDisabled();
  await userEvent.type(within(dialog).getByLabelText(/Comment/), "No case");
  expect(within(dialog).getByRole("button", { name: "Deny" })).toBeEnabled();
});

it("says request by request what became of a bundle", async () => {
  answer(
    json(granted("1")),
    json({ error: "not_pending", errorMessage: "" }, { status: 409 }),
  );
  network.use(
    http.get(admin("requests/2"), () =>
      HttpResponse.json(
        request("2", {
          status: "DENIED",
          votes: [
            {
              approver: { id: "blake", username: "blake" },
              decision: "DENY",
              comment: "No",
              group: null,
              duration: null,
              votedAt: "2026-11-22T11:00:00Z",
              counts: false,
            },
          ],
        }),
      ),
    ),
  );
  await view([
    request("1"),
    request("2"),
    request("3", {
      decidable: false,
      requester: { id: "avery", username: "avery" },
    }),
  ]);
  await press("Approve together");
  const dialog = screen.getByRole("dialog");
  expect(within(dialog).getAllByRole("checkbox")).toHaveLength(2);
  expect(dialog).toHaveTextContent("You cannot decide a request of your own.");
  await press("Approve", dialog);

  const results = await screen.findByRole("dialog", {
    name: "What became of it",
  });
  const lines = within(results).getAllByRole("listitem");
  expect(lines[0]).toHaveTextContent(
    "lin may use “Contact details of US users” at sample-app until",
  );
  expect(lines[1]).toHaveTextContent(
    "Your vote came too late and was not counted. This request was denied by blake.",
  );
  expect(votes.map(({ id }) => id)).toEqual(["1", "2"]);
});

it.each([true, false])(
  "tells who came too late to deny that the access is open, and where to revoke it: %s",
  async (revocable) => {
    answer(json({ error: "not_pending", errorMessage: "" }, { status: 409 }));
    const open = request("1", {
      status: "APPROVED",
      decidable: false,
      grant: grantOf({ approvedUntil: "2099-11-22T14:00:00Z", revocable }),
    });
    network.use(http.get(admin("requests/1"), () => HttpResponse.json(open)));
    await view([request("1")]);
    await press("Deny");
    const dialog = screen.getByRole("dialog");
    await userEvent.type(within(dialog).getByLabelText(/Comment/), "No case");
    await press("Deny", dialog);

    const results = await screen.findByRole("dialog", {
      name: "What became of it",
    });
    expect(results).toHaveTextContent(
      /came too late and was not counted. This request was approved. lin may use “Contact details of US users” at sample-app until Nov 22, 2099/,
    );
    const links = within(results)
      .queryAllByRole("link", { name: /Revoke it/ })
      .map((link) => link.getAttribute("href"));
    expect(links).toEqual(
      revocable
        ? [
            "/workforce/data-access/grants?subject=lin&clientId=sample-app&scope=us-contact",
          ]
        : [],
    );
  },
);

it("says of each line who asks and for whom", async () => {
  const account = {
    id: "batch",
    username: "service-account-batch",
    attributes: {},
  };
  await view([
    request("1", { subject: account, requester: { id: "p", username: "pat" } }),
    request("2", { subject: account, requester: { id: "d", username: "dan" } }),
    request("3"),
  ]);
  await press("Approve together");

  const lines = within(screen.getByRole("dialog"))
    .getAllByRole("checkbox")
    .map((box) => box.closest(".pf-v5-c-check")?.textContent);
  expect(lines).toEqual([
    expect.stringMatching(/^service-account-batch: .*Asked for by pat · /),
    expect.stringMatching(/^service-account-batch: .*Asked for by dan · /),
    expect.stringMatching(/^lin: .*Asked for by lin · /),
  ]);
});

it("says who asks when there is one request only", async () => {
  await view([request("1", { requester: { id: "p", username: "pat" } })]);
  await press("Deny");

  expect(screen.getByRole("dialog")).toHaveTextContent(
    /lin: .*Asked for by pat/,
  );
});

it("leaves out what was unchecked", async () => {
  answer(json(granted("2")));
  await view([request("1"), request("2")]);
  await press("Approve together");
  const dialog = screen.getByRole("dialog", { name: "Approve 2 requests?" });
  await userEvent.click(within(dialog).getAllByRole("checkbox")[0] as Element);
  expect(dialog).toHaveAccessibleName("Approve this access?");
  await press("Approve", dialog);

  await vi.waitFor(() => {
    expect(votes.map(({ id }) => id)).toEqual(["2"]);
  });
});

it("keeps the decision for a new login, and sends nothing by itself after it", async () => {
  answer(tooOld);
  const { onLogin, unmount } = await view([request("1"), request("2")]);
  await press("Deny together");
  await userEvent.type(screen.getByLabelText(/Comment/), "No such case");
  await press("Deny", screen.getByRole("dialog"));

  expect(
    await screen.findByText(
      "“Contact details of US users” can be decided only with a sign-in not older than 15 minutes.",
    ),
  ).toBeVisible();
  expect(votes.map(({ id }) => id)).toEqual(["1"]);
  await press("Sign in again");
  expect(onLogin).toHaveBeenCalledWith({ maxAge: "900" });
  unmount();

  await view([request("1"), request("2")]);
  const again = screen.getByRole("dialog", { name: "Deny 2 requests?" });
  expect(again).toHaveTextContent("Nothing has been sent yet");
  expect(within(again).getByLabelText(/Comment/)).toHaveValue("No such case");
  expect(votes).toHaveLength(1);
  await press("cancel", again);
  await press("Discard", again);
  expect(sessionStorage).toHaveLength(0);
});

it("offers no login when none can reach the level", async () => {
  answer(
    json(
      { error: "insufficient_user_authentication", unreachable: "gold" },
      {
        status: 401,
        headers: {
          "WWW-Authenticate":
            'Bearer error="insufficient_user_authentication", acr_values="gold", max_age="900"',
        },
      },
    ),
  );
  const { onLogin } = await view([request("1")]);
  await press("Deny");
  await userEvent.type(screen.getByLabelText(/Comment/), "No such case");
  await press("Deny", screen.getByRole("dialog"));

  expect(
    await screen.findByText(/No sign-in can reach the level gold/),
  ).toBeVisible();
  expect(
    screen.queryByRole("button", { name: "Sign in again" }),
  ).not.toBeInTheDocument();
  expect(onLogin).not.toHaveBeenCalled();
});

it.each([
  ["own_request", "Leave it to another approver"],
  ["not_an_approver", "lack the role data-access-approver"],
  ["conditions_not_met", "conditions that the approval policy sets"],
  ["impersonated", "Sign in as yourself"],
  ["wrong_client", "not taken from this application"],
  ["no_policy", "not exactly one approval policy"],
  ["something_new", "The server refused it: Because"],
])("explains the refusal %s", async (error, words) => {
  answer(json({ error, errorMessage: "Because" }, { status: 403 }));
  const { onDecided } = await view([request("1")]);
  await press("Approve");
  await press("Approve", screen.getByRole("dialog"));

  expect(await screen.findByRole("dialog")).toBeVisible();
  expect(await screen.findByText(new RegExp(words))).toBeVisible();
  await press("Continue");
  expect(onDecided).toHaveBeenCalledOnce();
});

it("says what the refusal names, in the reader's words", async () => {
  const errorMessage = "Shorten the duration to PT90M";
  const params = { longest: "PT1H30M" };
  answer(
    json({ error: "invalid_duration", errorMessage, params }, { status: 400 }),
  );
  await view([request("1")]);
  await press("Approve");
  await press("Approve", screen.getByRole("dialog"));

  expect(
    await screen.findByText("Choose a duration of up to 1 hour, 30 minutes."),
  ).toBeVisible();
});

it("says why somebody cannot decide, and offers nothing", async () => {
  await view([request("1", { decidable: false })], OLGA);

  expect(
    screen.getByText(
      "Auditors and policy admins see requests and do not decide them.",
    ),
  ).toBeVisible();
  expect(screen.queryByRole("button", { name: "Approve" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Deny" })).toBeNull();
});

it.each([
  ["nobody by name where the server keeps names back", null, "An approver"],
  ["the name otherwise", { id: "blake", username: "blake" }, "blake"],
])("says of a vote %s", async (_, approver, who) => {
  const vote = {
    approver,
    decision: "APPROVE" as const,
    comment: "Seen the court order",
    group: "/us-security",
    duration: null,
    votedAt: "2026-11-22T11:00:00Z",
    counts: true,
  };
  await view([request("1", { decidable: false, votes: [vote] })]);

  expect(screen.getByRole("list", { name: "Votes" })).toHaveTextContent(
    new RegExp(`^${who} approved for us-security .*Seen the court order$`),
  );
});

it("shows the justification and the ticket first, and again before the decision", async () => {
  await view([request("1", { ticket: "LEGAL-17" })]);
  const terms = screen.getAllByRole("term").map((term) => term.textContent);
  expect(terms.slice(0, 2)).toEqual(["Justification", "Ticket"]);
  await press("Approve");

  const dialog = screen.getByRole("dialog");
  expect(dialog).toHaveTextContent("A court asks. Until Friday.");
  expect(dialog).toHaveTextContent("LEGAL-17");
});

it.each([
  ["runs", {}, "lin may use “Contact details of US users” at sample-app until"],
  [
    "was revoked",
    {
      endedAt: "2026-11-22T12:00:00Z",
      endedBy: { id: "b", username: "blake", name: "Blake Doe" },
      endReason: "Case closed",
    },
    "blake (Blake Doe) revoked the access of lin to “Contact details of US users” at sample-app",
  ],
  [
    "was handed back",
    {
      endedAt: "2026-11-22T12:00:00Z",
      endedBy: { id: "lin", username: "lin" },
      endReason: "handed back",
    },
    "lin handed the access to “Contact details of US users” at sample-app back",
  ],
  [
    "ran out",
    { approvedUntil: "2026-11-22T11:00:00Z" },
    "The access of lin to “Contact details of US users” at sample-app ended",
  ],
  ["opens nothing", { usable: false }, "opens nothing now: lin no longer"],
  [
    "ends earlier by the policy of now",
    { usable: true, usableUntil: "2026-11-22T14:34:00Z" },
    ":34",
  ],
])("says of an approved access that it %s", async (_, changes, words) => {
  vi.setSystemTime("2026-11-22T13:00:00Z");
  const approved = granted("1");
  const grant = { ...grantOf(), subject: approved.subject, ...changes };
  await view([{ ...approved, grant }]);
  const notice = screen.getByText(/This request was approved/);

  expect(notice.closest(".pf-v5-c-alert")).toHaveTextContent(words);
  expect(notice.closest(".pf-m-success") !== null).toBe(
    words.includes("until") || words === ":34",
  );
  vi.useRealTimers();
});

it("keeps what is typed from the first letter on, as a session may end at any moment", async () => {
  const { unmount } = await view([request("1")]);
  await press("Deny");
  await userEvent.type(screen.getByLabelText(/Comment/), "N");
  unmount();
  await view([request("1")]);

  const again = screen.getByRole("dialog");
  expect(again).toHaveTextContent("What you had entered was kept");
  expect(within(again).getByLabelText(/Comment/)).toHaveValue("N");
  await press("cancel", again);
  await press("Discard", again);

  await view([request("1")], { ...AVERY, id: "blake" });
  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
});

/** What the server says of the login of the one who looks. */
const login = (changes: Partial<NeededLogin>): NeededLogin => ({
  maxAge: 900,
  acrValues: null,
  level: null,
  unreachable: null,
  goodUntil: null,
  ...changes,
});

const inSeconds = (seconds: number) =>
  new Date(Date.now() + seconds * 1000).toISOString();

it.each([
  ["will be too old", 30],
  ["is too old already", undefined],
])("says before anything is typed that the login %s", async (_, left) => {
  const goodUntil = left === undefined ? null : inSeconds(left);
  const { onLogin } = await view([
    request("1", { login: login({ goodUntil }) }),
  ]);
  await press("Approve");
  const dialog = screen.getByRole("dialog");

  expect(
    within(dialog).getByText(/needs a sign-in not older than 15 minutes/),
  ).toBeVisible();
  await press("Sign in again", dialog);
  expect(onLogin).toHaveBeenCalledWith({ maxAge: "840" });
  expect(sessionStorage).toHaveLength(1);
});

it.each([
  ["is good for long enough", 900, 120],
  ["is good for half of the time that is ever allowed", 30, 28],
])("says nothing of a login that %s", async (_, maxAge, left) => {
  const goodUntil = inSeconds(left);
  await view([
    request("1", {
      login: login({ acrValues: "gold", level: 2, maxAge, goodUntil }),
    }),
    request("2", { login: null }),
  ]);
  await press("Approve together");

  expect(screen.getByRole("dialog")).not.toHaveTextContent("Sign in");
});

it("asks before anything is typed for one login that is good enough for all", async () => {
  const { onLogin } = await view([
    request("1", { login: login({ maxAge: 600, acrValues: "1", level: 1 }) }),
    request("2", { login: login({ acrValues: "gold", level: 2 }) }),
    request("3", { login: login({ maxAge: 60, goodUntil: inSeconds(50) }) }),
  ]);
  await press("Deny together");
  const dialog = screen.getByRole("dialog");

  expect(
    within(dialog).getByText(/a strong sign-in, not older than 10 minutes/),
  ).toBeVisible();
  await press("Sign in again", dialog);
  expect(onLogin).toHaveBeenCalledWith({ maxAge: "540", acrValues: "gold" });
});

it("says before anything is typed that no login can reach the level", async () => {
  await view([
    request("1", {
      login: login({ acrValues: "9", level: 9, unreachable: "platinum" }),
    }),
  ]);
  await press("Approve");

  expect(
    screen.getByText(/No sign-in can reach the level platinum/),
  ).toBeVisible();
  expect(
    screen.queryByRole("button", { name: "Sign in again" }),
  ).not.toBeInTheDocument();
});

it("says of each of several how sensitive it is", async () => {
  await view([request("1"), request("2", { sensitivity: "RESTRICTED" })]);

  const [first, second] = screen
    .getAllByRole("heading", { level: 2, name: /^Contact details/ })
    .map((heading) => heading.textContent);
  expect(first).toMatch(/Confidential/);
  expect(second).toMatch(/Restricted/);
});

it.each([
  ["en", "Approve", /this adds nothing: the access already runs until/],
  ["de", "Genehmigen", /verlängert das nichts: Der Zugriff läuft schon bis/],
])("says in %s what an extension really adds", async (language, name, said) => {
  const until = new Date(Date.now() + 90 * 60_000).toISOString();
  const extended = { id: "g0", until };
  await view([request("1", { extended })], AVERY, language);

  expect(screen.getByText(/(instead of|statt bis)/)).toBeVisible();
  await press(name);
  const dialog = screen.getByRole("dialog");
  expect(dialog).not.toHaveTextContent(said);
  await userEvent.selectOptions(within(dialog).getByRole("combobox"), "PT1H");
  expect(dialog).toHaveTextContent(said);
});

it("names the end of the access, which an older grant may bring later", async () => {
  const over = granted("1");
  const accessUntil = new Date(Date.now() + 3_600_000).toISOString();
  await view([{ ...over, accessUntil }]);

  expect(
    screen.getByText(/may use “Contact details of US users”/),
  ).toHaveTextContent(
    new Intl.DateTimeFormat("en", {
      year: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "2-digit",
      timeZoneName: "short",
      month: "short",
    }).format(new Date(accessUntil)),
  );
});

it("says when the policies of now give less than is asked for, and what is chosen", async () => {
  await view([
    request("1", { requestedDuration: "PT8H", longestDuration: "PT30M" }),
  ]);
  await press("Approve");
  const dialog = screen.getByRole("dialog");

  expect(dialog).toHaveTextContent(
    "access for 30 minutes (asked for: 8 hours; the policies of now give 30 minutes at most)",
  );
  expect(
    within(dialog)
      .getAllByRole("option")
      .map(({ textContent }) => textContent),
  ).toEqual([
    "As long as the policies of now allow",
    "Not longer than 5 minutes",
    "Not longer than 15 minutes",
  ]);
  await userEvent.selectOptions(within(dialog).getByRole("combobox"), "PT5M");
  expect(dialog).toHaveTextContent("access for 5 minutes (asked for: 8 hours");
});

it("says for how long it was approved, where that is less than was asked for", async () => {
  const grant = grantOf({
    approvedAt: "2026-11-22T10:00:00Z",
    approvedUntil: "2026-11-22T10:05:00Z",
    usable: false,
    active: false,
  });
  await view([{ ...granted("1"), accessUntil: null, grant }]);

  expect(screen.getByText("approved: 5 minutes")).toBeVisible();
});

it.each([
  [
    "en",
    "You can approve 1 of them; why not the others stands at each.",
    "Approve",
  ],
  [
    "de",
    "Sie können 1 davon genehmigen; warum die anderen nicht, steht bei ihnen.",
    "Genehmigen",
  ],
])(
  "says in %s what of a bundle one may still decide",
  async (language, said, button) => {
    const voted = request("1", {
      decidable: false,
      votes: [
        {
          approver: { id: "avery", username: "avery" },
          decision: "APPROVE",
          comment: "",
          group: "/us-security",
          duration: null,
          votedAt: "2026-11-22T10:30:00Z",
          counts: true,
        },
      ],
    });
    await view([voted, request("2")], AVERY, language);

    expect(screen.getByText(new RegExp(said))).toBeVisible();
    expect(screen.getByRole("button", { name: button })).toBeVisible();
  },
);
