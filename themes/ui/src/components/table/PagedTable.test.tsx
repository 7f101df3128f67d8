/* SPDX-License-Identifier: Apache-2.0 */
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, it } from "vitest";
import { useGrantCount, useGrants } from "../../queries/grants";
import { admin, network } from "../../test/network";
import { show } from "../../test/show";
import { PagedTable } from "./PagedTable";
import { usePaging } from "./usePaging";

/** So many grants at the server, which refuses what the contract forbids; addresses of the calls it got. */
const serve = (total: number): string[] => {
  const calls: string[] = [];
  network.use(
    http.get(admin("grants/count"), () => HttpResponse.json(total)),
    http.get(admin("grants"), ({ request }) => {
      const query = new URL(request.url).searchParams;
      calls.push(query.toString());
      const [first, max] = [
        Number(query.get("first")),
        Number(query.get("max")),
      ];
      return max > 100
        ? HttpResponse.json({ error: "invalid_max" }, { status: 400 })
        : HttpResponse.json(
            Array.from({ length: total }, (_, i) => ({
              id: `grant ${String(i)}`,
            })).slice(first, first + max),
          );
    }),
  );
  return calls;
};

const Grants = () => {
  const paging = usePaging("scope");
  const grants = useGrants(paging.query);
  const total = useGrantCount(paging.query);
  return (
    <PagedTable
      query={grants}
      total={total}
      paging={paging}
      columns={[{ title: "Id", cell: ({ id }) => id }]}
      rowKey={({ id }) => id}
      label="Grants"
      searchPlaceholder="Search grant"
      searched="Searched were ids."
      emptyState="There are none."
    />
  );
};

const next = () =>
  screen.getAllByRole("button", { name: "Go to next page" })[0] as HTMLElement;

beforeEach(() => {
  localStorage.setItem("pageSize", "100");
});

it("has a next page when there are more rows than the server gives at once", async () => {
  serve(101);
  await show(<Grants />);

  expect(await screen.findByText("grant 99")).toBeVisible();
  expect(screen.queryByText("grant 100")).not.toBeInTheDocument();

  await userEvent.click(next());

  expect(await screen.findByText("grant 100")).toBeVisible();
  expect(next()).toBeDisabled();
});

it("has no next page when the rows fill one exactly", async () => {
  serve(100);
  await show(<Grants />);

  expect(await screen.findByText("grant 99")).toBeVisible();
  expect(next()).toBeDisabled();
});

it("starts as its address says", async () => {
  const calls = serve(25);
  localStorage.setItem("pageSize", "10");
  await show(<Grants />, "/?first=10&search=lin&scope=us-contact");

  expect(await screen.findByText("grant 10")).toBeVisible();
  expect(screen.getByRole("textbox", { name: "search" })).toHaveValue("lin");
  expect(calls).toEqual(["scope=us-contact&first=10&max=11&search=lin"]);
});

it("starts from the first row when something else is searched for", async () => {
  const calls = serve(25);
  await show(<Grants />, "/?first=10&scope=us-contact");
  await userEvent.type(
    await screen.findByRole("textbox", { name: "search" }),
    "maria{Enter}",
  );

  expect(await screen.findByText("grant 0")).toBeVisible();
  expect(calls.at(-1)).toBe("scope=us-contact&first=0&max=100&search=maria");
});

it("shows everything again when nothing was found and filters are cleared", async () => {
  serve(0);
  await show(<Grants />, "/?search=lin&scope=us-contact");
  await userEvent.click(
    await screen.findByRole("button", { name: "Clear all filters" }),
  );

  expect(await screen.findByText("There are none.")).toBeVisible();
});
