/* SPDX-License-Identifier: Apache-2.0 */
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { expect, it } from "vitest";
import { admin, network } from "../../../test/network";
import { show } from "../../../test/show";
import { GrantsTable } from "./GrantsTable";

const grant = {
  id: "g1",
  subject: { id: "u1", username: "lin" },
  clientId: "sample-app",
  approvedUntil: "2026-11-22T12:00:00Z",
};

it("shows an error that can be retried, and no empty list, when loading fails", async () => {
  network.use(
    http.get(
      admin("grants"),
      () =>
        HttpResponse.json(
          { error: "unknown_error", errorMessage: "The database is away" },
          { status: 500 },
        ),
      { once: true },
    ),
    http.get(admin("grants"), () => HttpResponse.json([grant])),
  );
  await show(<GrantsTable />);

  expect(await screen.findByText("The database is away")).toBeVisible();
  expect(screen.queryByText("No access grants")).not.toBeInTheDocument();

  await userEvent.click(screen.getByRole("button", { name: "Try again" }));

  expect(await screen.findByRole("cell", { name: "lin" })).toBeVisible();
});

it("says that there are none when the server says so", async () => {
  network.use(http.get(admin("grants"), () => HttpResponse.json([])));
  await show(<GrantsTable />);

  expect(await screen.findByText("No access grants")).toBeVisible();
});
