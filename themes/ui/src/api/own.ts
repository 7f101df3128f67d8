/* SPDX-License-Identifier: Apache-2.0 */
import { ApiError } from "./ApiError";
import { type Api, body } from "./client";
import { type Page, rows } from "./rows";
import type { components } from "./schema";
import type { AccessRequest, Grant, Offer } from "./types";

export type Filing = components["schemas"]["RequestBody"];

/** Everything here is about the caller's own access, as the account console may ask it; what waits comes first. */
export const fetchOwnRequests = (
  { client, realm }: Api,
  page: Page,
): Promise<AccessRequest[]> =>
  rows(page, async ({ first, max }) =>
    body(
      await client.GET("/realms/{realm}/data-access/requests", {
        params: {
          path: { realm },
          query: { first, max, sort: "pending" },
        },
      }),
    ),
  );

export const fetchOwnRequest = async (
  { client, realm }: Api,
  id: string,
): Promise<AccessRequest> =>
  body(
    await client.GET("/realms/{realm}/data-access/requests/{id}", {
      params: { path: { realm, id } },
    }),
  );

/** All that run. */
export const fetchOwnGrants = ({ client, realm }: Api): Promise<Grant[]> =>
  rows({ first: 0, max: Infinity }, async (query) =>
    body(
      await client.GET("/realms/{realm}/data-access/grants", {
        params: {
          path: { realm },
          query: { ...query, active: true },
        },
      }),
    ),
  );

/** At all applications that people log in to; or for a service account at its client. */
export const fetchOffers = async (
  { client, realm }: Api,
  account?: ServiceAccount,
): Promise<Offer[]> => {
  const query = account && {
    clientId: account.clientId,
    subject: account.username,
  };
  return body(
    await client.GET("/realms/{realm}/data-access/scopes", {
      params: { path: { realm }, query },
    }),
  );
};

/** A service account that the caller may ask for, and the client that it belongs to. */
export type ServiceAccount = components["schemas"]["ServiceAccount"];

/** None for whoever owns none, and where the server is of an older version. */
export const fetchServiceAccounts = async ({
  client,
  realm,
}: Api): Promise<ServiceAccount[]> => {
  try {
    return body(
      await client.GET("/realms/{realm}/data-access/service-accounts", {
        params: { path: { realm } },
      }),
    );
  } catch (error) {
    if (error instanceof ApiError && [403, 404].includes(error.status)) {
      return [];
    }
    throw error;
  }
};

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

/** What became of a reminder; a server of an older version does not tell. */
export type Reminder = { recipients?: number; mailBy?: string | null };

export const remindApprovers = async (
  { client, realm }: Api,
  id: string,
): Promise<Reminder> => {
  const answer = await client.POST(
    "/realms/{realm}/data-access/requests/{id}/reminders",
    { params: { path: { realm, id } } },
  );
  return body<Reminder | undefined>(answer) ?? {};
};

export const handBackGrant = async ({ client, realm }: Api, id: string) => {
  await client.DELETE("/realms/{realm}/data-access/grants/{id}", {
    params: { path: { realm, id } },
  });
};
