/* SPDX-License-Identifier: Apache-2.0 */
import { type Api, body, type Filter, texts } from "./client";
import type { paths } from "./schema";
import type { Grant } from "./types";

type Query = NonNullable<
  paths["/admin/realms/{realm}/data-access/grants"]["get"]["parameters"]["query"]
>;

export type GrantFilter = Filter<Query>;

export const fetchGrants = async (
  { client, realm }: Api,
  filter: GrantFilter,
): Promise<Grant[]> =>
  body(
    await client.GET("/admin/realms/{realm}/data-access/grants", {
      params: { path: { realm }, query: texts<Query>(filter) },
    }),
  );
