/* SPDX-License-Identifier: Apache-2.0 */
import { type Api, body, texts } from "./client";
import { type Page, rows } from "./rows";
import type { components, paths } from "./schema";
import type { AccessRequest, Grant, Offer } from "./types";

type Query = {
  [P in "requests" | "grants"]: NonNullable<
    paths[`/realms/{realm}/data-access/${P}`]["get"]["parameters"]["query"]
  >;
};

export type Filing = components["schemas"]["RequestBody"];

/** Everything here is about the caller's own access, as the account console may ask it; what waits comes first. */
export const fetchOwnRequests = (
  { client, realm }: Api,
  page: Page,
): Promise<AccessRequest[]> =>
  rows(page, async (query) =>
    body(
      await client.GET("/realms/{realm}/data-access/requests", {
        params: {
          path: { realm },
          query: texts<Query["requests"]>({ ...query, sort: "pending" }),
        },
      }),
    ),
  );

/** All that run. */
export const fetchOwnGrants = ({ client, realm }: Api): Promise<Grant[]> =>
  rows({ first: 0, max: Infinity }, async (query) =>
    body(
      await client.GET("/realms/{realm}/data-access/grants", {
        params: {
          path: { realm },
          query: texts<Query["grants"]>({ ...query, active: true }),
        },
      }),
    ),
  );

export const fetchOffers = async ({ client, realm }: Api): Promise<Offer[]> =>
  body(
    await client.GET("/realms/{realm}/data-access/scopes", {
      params: { path: { realm } },
    }),
  );

/** What was filed; or the same, filed before and still pending. */
export const fileRequest = async (
  { client, realm }: Api,
  filing: Filing,
): Promise<{ request: AccessRequest; created: boolean }> => {
  const answer = await client.POST("/realms/{realm}/data-access/requests", {
    params: { path: { realm } },
    body: filing,
  });
  return { request: body(answer), created: answer.response.status === 201 };
};

export const cancelRequest = async ({ client, realm }: Api, id: string) => {
  await client.DELETE("/realms/{realm}/data-access/requests/{id}", {
    params: { path: { realm, id } },
  });
};

export const remindApprovers = async ({ client, realm }: Api, id: string) => {
  await client.POST("/realms/{realm}/data-access/requests/{id}/reminders", {
    params: { path: { realm, id } },
  });
};

export const handBackGrant = async ({ client, realm }: Api, id: string) => {
  await client.DELETE("/realms/{realm}/data-access/grants/{id}", {
    params: { path: { realm, id } },
  });
};
