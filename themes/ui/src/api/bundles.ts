/* SPDX-License-Identifier: Apache-2.0 */
import { type Api, body } from "./client";
import { type Page, rows } from "./rows";
import type { components, paths } from "./schema";
import type { AccessRequest } from "./types";

type Query = NonNullable<
  paths["/admin/realms/{realm}/data-access/bundles"]["get"]["parameters"]["query"]
>;

type CountQuery = NonNullable<
  paths["/admin/realms/{realm}/data-access/bundles/count"]["get"]["parameters"]["query"]
>;

/** Requests that belong together: one row, one confirmation. */
export type Bundle = Omit<components["schemas"]["Bundle"], "requests"> & {
  requests: AccessRequest[];
};

export type BundleFilter = Query & Page;

export const fetchBundles = (
  { client, realm }: Api,
  filter: BundleFilter,
): Promise<Bundle[]> =>
  rows(filter, async (query) =>
    body(
      await client.GET("/admin/realms/{realm}/data-access/bundles", {
        params: { path: { realm }, query },
      }),
    ),
  );

export const countBundles = async (
  { client, realm }: Api,
  filter: CountQuery,
): Promise<number> =>
  body(
    await client.GET("/admin/realms/{realm}/data-access/bundles/count", {
      params: { path: { realm }, query: filter },
    }),
  );

/** How many requests are in them. */
export const countRequests = async (
  { client, realm }: Api,
  filter: CountQuery,
): Promise<number> =>
  body(
    await client.GET("/admin/realms/{realm}/data-access/requests/count", {
      params: { path: { realm }, query: filter },
    }),
  );
