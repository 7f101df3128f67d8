/* SPDX-License-Identifier: Apache-2.0 */
import { screen } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, it } from "vitest";
import type { AccessRequest } from "../../../api/types";
import { useBundleOf } from "../../../queries/bundles";
import { admin, network } from "../../../test/network";
import { show } from "../../../test/show";
import { granted, request } from "./samples";

const Found = ({ of }: { of: AccessRequest }) => {
  const { data } = useBundleOf(of);
  return <p>{data && `found ${data.map(({ id }) => id).join(" ")}`}</p>;
};

const other = { id: "dan", username: "dan" };

/** What waits for lin: by the same ticket, filed together, and what is another matter. */
const WAITING = [
  [request("2", { ticket: "CASE-7", bundle: "x" })],
  [request("3", { ticket: "CASE-7", bundle: "y", requester: other })],
  [request("4", { bundle: "together" }), request("5", { bundle: "together" })],
  [request("6", { bundle: "alone" })],
];

it.each([
  [
    "waits itself, by its ticket",
    request("1", { ticket: "CASE-7" }),
    "found 2",
  ],
  [
    "is decided, by its ticket",
    { ...granted("1"), ticket: "CASE-7" },
    "found 2",
  ],
  [
    "is decided, filed together",
    { ...granted("1"), bundle: "together" },
    "found 4 5",
  ],
  ["waits alone", request("6", { bundle: "alone" }), "found"],
])(
  "finds what waits and belongs to a request that %s",
  async (_, of, words) => {
    network.use(
      http.get(admin("bundles"), () =>
        HttpResponse.json(
          WAITING.map((requests, key) => ({ key: String(key), requests })),
        ),
      ),
    );
    await show(<Found of={of} />);

    expect(await screen.findByText(words, { exact: true })).toBeVisible();
  },
);
