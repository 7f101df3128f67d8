/* SPDX-License-Identifier: Apache-2.0 */
import { type Api, body } from "./client";
import { type Page, rows } from "./rows";
import type { paths } from "./schema";
import type { Grant } from "./types";

type Query = NonNullable<
  paths["/admin/realms/{realm}/data-access/grants"]["get"]["parameters"]["query"]
>;

export type GrantFilter = Query & Page;

export const fetchGrants = (
  { client, realm }: Api,
  filter: GrantFilter,
): Promise<Grant[]> =>
  rows(filter, async (query) =>
    body(
      await client.GET("/admin/realms/{realm}/data-access/grants", {
        params: { path: { realm }, query },
      }),
    ),
  );

type CountQuery = NonNullable<
  paths["/admin/realms/{realm}/data-access/grants/count"]["get"]["parameters"]["query"]
>;

export const countGrants = async (
  { client, realm }: Api,
  filter: CountQuery,
): Promise<number> =>
  body(
    await client.GET("/admin/realms/{realm}/data-access/grants/count", {
      params: { path: { realm }, query: filter },
    }),
  );

export type Revocation = { id: string; reason: string };

export const revokeGrant = async (
  { client, realm }: Api,
  { id, reason }: Revocation,
): Promise<void> => {
  await client.POST("/admin/realms/{realm}/data-access/grants/{id}/revoke", {
    params: { path: { realm, id } },
    body: { reason },
  });
};
