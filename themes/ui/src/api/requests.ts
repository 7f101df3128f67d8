/* SPDX-License-Identifier: Apache-2.0 */
import { type Api, body } from "./client";
import type { paths } from "./schema";
import type { AccessRequest } from "./types";

type Query = NonNullable<
  paths["/admin/realms/{realm}/data-access/requests"]["get"]["parameters"]["query"]
>;

export type RequestFilter = Query;

export const fetchRequest = async (
  { client, realm }: Api,
  id: string,
): Promise<AccessRequest> =>
  body(
    await client.GET("/admin/realms/{realm}/data-access/requests/{id}", {
      params: { path: { realm, id } },
    }),
  );

export const fetchRequests = async (
  { client, realm }: Api,
  filter: RequestFilter,
): Promise<AccessRequest[]> =>
  body(
    await client.GET("/admin/realms/{realm}/data-access/requests", {
      params: { path: { realm }, query: filter },
    }),
  );
