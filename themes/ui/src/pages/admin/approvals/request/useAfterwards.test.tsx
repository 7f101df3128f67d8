/* SPDX-License-Identifier: Apache-2.0 */
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { useLocation } from "react-router-dom";
import { expect, it } from "vitest";
import { admin, network } from "../../../../test/network";
import { show } from "../../../../test/show";
import { granted, request } from "../samples";
import { useAfterwards } from "./useAfterwards";

const Place = () => <p>{useLocation().pathname}</p>;

const Decided = () => {
  const { afterwards, next } = useAfterwards();
  return (
    <>
      <button
        onClick={() => {
          afterwards([
            {
              request: granted("1"),
              outcome: { kind: "voted", after: granted("1") },
            },
            { request: request("2"), outcome: { kind: "unsent" } },
          ]);
        }}
      >
        Decide
      </button>
      <button onClick={() => void next(new Set(["1"]))}>Next</button>
      <Place />
    </>
  );
};

/** Nothing else in the list, 19 in all. */
const answer = () => {
  network.use(
    http.get(admin("bundles"), () => HttpResponse.json([])),
    http.get(admin("requests/count"), ({ request }) =>
      HttpResponse.json(
        new URL(request.url).searchParams.has("search") ? 0 : 19,
      ),
    ),
  );
};

it("counts all that wait for the approver, whatever the list is filtered by", async () => {
  answer();
  await show(<Decided />, "/?search=sam");
  await userEvent.click(screen.getByRole("button", { name: "Decide" }));

  expect(
    await screen.findByText("19 more requests are waiting for you."),
  ).toBeVisible();
});

it("says that the list has no next request", async () => {
  answer();
  await show(<Decided />, "/?search=sam");
  await userEvent.click(screen.getByRole("button", { name: "Next" }));

  expect(
    await screen.findByText("There is no next request in this list."),
  ).toBeVisible();
});

it("goes on with what was not sent", async () => {
  answer();
  network.use(
    http.get(admin("bundles"), () =>
      HttpResponse.json([{ key: "a", requests: [request("2")] }]),
    ),
  );
  await show(<Decided />);
  await userEvent.click(screen.getByRole("button", { name: "Decide" }));

  expect(
    await screen.findByText("/workforce/data-access/approvals/2"),
  ).toBeVisible();
});
