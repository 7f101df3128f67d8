/* SPDX-License-Identifier: Apache-2.0 */
import { type Api, body, texts } from "./client";
import { type Page, rows } from "./rows";
import type { paths } from "./schema";
import type { AccessRequest } from "./types";

type Query = NonNullable<
  paths["/realms/{realm}/data-access/requests"]["get"]["parameters"]["query"]
>;

/** Everything here is about the caller's own access, as the account console may ask it. */
export const fetchOwnRequests = (
  { client, realm }: Api,
  page: Page,
): Promise<AccessRequest[]> =>
  rows(page, async (query) =>
    body(
      await client.GET("/realms/{realm}/data-access/requests", {
        params: { path: { realm }, query: texts<Query>(query) },
      }),
    ),
  );
