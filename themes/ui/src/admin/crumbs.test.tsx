/* SPDX-License-Identifier: Apache-2.0 */
import { screen } from "@testing-library/react";
import { Link } from "react-router-dom";
import { expect, it } from "vitest";
import { show } from "../test/show";
import { withSearch } from "./crumbs";

it("leads back to the list as it was filtered, sorted and paged", async () => {
  const crumbs = (
    <nav>
      {[
        <span key="list">
          <Link to="/workforce/data-access/approvals">Approvals</Link>
        </span>,
        <span key="users">
          <Link to="/workforce/users">Users</Link>
        </span>,
      ]}
      Access request
    </nav>
  );
  await show(<>{withSearch(crumbs, "?sort=createdAt&first=10")}</>);

  expect(screen.getByRole("link", { name: "Approvals" })).toHaveAttribute(
    "href",
    "/workforce/data-access/approvals?sort=createdAt&first=10",
  );
  expect(screen.getByRole("link", { name: "Users" })).toHaveAttribute(
    "href",
    "/workforce/users",
  );
  expect(screen.getByText(/Access request/)).toBeVisible();
});
