/* SPDX-License-Identifier: Apache-2.0 */
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { afterEach, expect, it, vi } from "vitest";
import type { AccessRequest } from "../../../api/types";
import { admin, network } from "../../../test/network";
import { show } from "../../../test/show";
import { RequestView } from "./request/RequestView";
import { AVERY, granted, request } from "./samples";

const PRIVATE = {
  scope: "us-private",
  categories: [
    {
      key: "us.user.private",
      label: "Private data of US users",
      sensitivity: "RESTRICTED",
      jurisdiction: "US",
    },
  ],
  sensitivity: "RESTRICTED",
} satisfies Partial<AccessRequest>;

const onLogin = vi.fn();

const view = (first: AccessRequest, ...others: AccessRequest[]) =>
  show(
    <RequestView
      requests={[first, ...others]}
      me={AVERY}
      onLogin={onLogin}
      onDecided={() => undefined}
      onNext={() => undefined}
    />,
  );

const press = (name: string, place: HTMLElement = document.body) =>
  userEvent.click(within(place).getByRole("button", { name }));

/** The first is taken; the second wants a newer login, so that the third is not sent. */
const answer = () => {
  const tooOld = {
    status: 401,
    headers: {
      "WWW-Authenticate":
        'Bearer error="insufficient_user_authentication", max_age="900"',
    },
  };
  network.use(
    http.get(admin("requests"), () => HttpResponse.json([])),
    http.post(admin("requests/:id/votes"), ({ params }) =>
      params.id === "1"
        ? HttpResponse.json(granted("1"))
        : HttpResponse.json(
            { error: "insufficient_user_authentication", errorMessage: "" },
            tooOld,
          ),
    ),
  );
};

const confirm = async () => {
  answer();
  const shown = await view(
    request("1"),
    request("2", PRIVATE),
    request("3", PRIVATE),
  );
  await press("Approve together");
  const dialog = screen.getByRole("dialog");
  await userEvent.type(within(dialog).getByLabelText(/Comment/), "Seen it");
  await press("Approve", dialog);
  await screen.findByRole("button", { name: "Sign in again" });
  return shown;
};

afterEach(() => {
  onLogin.mockClear();
  sessionStorage.clear();
});

it("promises to come back to what is left, as the rest was sent", async () => {
  await confirm();

  const dialog = screen.getByRole("dialog");
  expect(dialog).toHaveTextContent("What was sent before stands below");
  expect(dialog).not.toHaveTextContent("nothing is sent before");
  expect(dialog).toHaveTextContent(
    "“Private data of US users” can be decided only with a sign-in not older than 15 minutes.",
  );
  const [sent, ...others] = within(dialog).getAllByRole("listitem");
  expect(sent).toHaveTextContent("lin may use “Contact details of US users”");
  expect(others.map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining("This request is not decided yet"),
    expect.stringContaining("Your vote on this request was not sent"),
  ]);
  await press("Sign in again", dialog);
  expect(onLogin).toHaveBeenCalledWith({ maxAge: "900" }, "2");
});

type Left = [AccessRequest, ...AccessRequest[]];

it.each<[string, Left]>([
  ["the one that comes first", [request("2", PRIVATE), request("3", PRIVATE)]],
  ["another one", [request("3", PRIVATE), request("2", PRIVATE)]],
  ["one that is left alone meanwhile", [request("3", PRIVATE)]],
])(
  "finds what is left with its decision after the login, on the page of %s",
  async (_, left) => {
    const { unmount } = await confirm();
    await press("Sign in again");
    unmount();
    await view(...left);

    const dialog = screen.getByRole("dialog");
    expect(dialog).toHaveAccessibleName(
      left.length > 1 ? "Approve 2 requests?" : "Approve this access?",
    );
    expect(within(dialog).getByLabelText(/Comment/)).toHaveValue("Seen it");
    expect(dialog).not.toHaveTextContent("Nothing has been sent yet");
    expect(dialog).toHaveTextContent(
      /The rest has not been sent yet.*lin may use “Contact details of US users” at sample-app until/,
    );
    await press("cancel", dialog);
    await press("Discard", dialog);
    expect(sessionStorage).toHaveLength(0);
  },
);

it("opens nothing on the page of what was decided", async () => {
  const { unmount } = await confirm();
  await press("Sign in again");
  unmount();
  await view(granted("1"));

  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
});

it("names what it is that needs a newer login, where not all does", async () => {
  answer();
  const login = {
    maxAge: 900,
    acrValues: null,
    level: null,
    unreachable: null,
    goodUntil: null,
  };
  await view(request("1"), request("2", { ...PRIVATE, login }));
  await press("Approve together");

  expect(
    screen.getByText(/Sign in again first: “Private data of US users” can be/),
  ).toBeVisible();
});

it("leads from what is decided to what belongs to it and still waits", async () => {
  answer();
  await show(
    <RequestView
      requests={[granted("1")]}
      waiting={[request("2", PRIVATE)]}
      me={AVERY}
      onLogin={onLogin}
      onDecided={() => undefined}
      onNext={() => undefined}
    />,
  );

  expect(
    screen.getByText("A request that belongs to this one still waits:"),
  ).toBeVisible();
  expect(
    screen.getByRole("link", { name: "Private data of US users" }),
  ).toHaveAttribute("href", "/workforce/data-access/approvals/2");
});
