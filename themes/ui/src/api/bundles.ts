/* SPDX-License-Identifier: Apache-2.0 */
import { type Api, body, type Filter, texts } from "./client";
import type { components, paths } from "./schema";
import type { Given } from "./types";

type Query = NonNullable<
  paths["/admin/realms/{realm}/data-access/bundles"]["get"]["parameters"]["query"]
>;

type CountQuery = NonNullable<
  paths["/admin/realms/{realm}/data-access/bundles/count"]["get"]["parameters"]["query"]
>;

/** Requests that belong together: one row, one confirmation. */
export type Bundle = Given<components["schemas"]["Bundle"]>;

export type BundleFilter = Filter<Query>;

export const fetchBundles = async (
  { client, realm }: Api,
  filter: BundleFilter,
): Promise<Bundle[]> =>
  body(
    await client.GET("/admin/realms/{realm}/data-access/bundles", {
      params: { path: { realm }, query: texts<Query>(filter) },
    }),
  );

export const countBundles = async (
  { client, realm }: Api,
  filter: Filter<CountQuery>,
): Promise<number> =>
  body(
    await client.GET("/admin/realms/{realm}/data-access/bundles/count", {
      params: { path: { realm }, query: texts<CountQuery>(filter) },
    }),
  );
