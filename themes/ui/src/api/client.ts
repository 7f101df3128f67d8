/* SPDX-License-Identifier: Apache-2.0 */
import createClient, { type Client } from "openapi-fetch";
import { ApiError } from "./ApiError";
import type { paths } from "./schema";
import { shownResponse } from "./shown";

/** The server's REST API for one realm; the one place that calls it. */
export type Api = {
  client: Client<paths>;
  realm: string;
};

export const createApi = (
  baseUrl: string,
  realm: string,
  accessToken: () => Promise<string | undefined>,
): Api => {
  const client = createClient<paths>({
    baseUrl,
    // Looked up for each call, so that tests can put the network in its place.
    fetch: (request) => globalThis.fetch(request),
  });
  client.use({
    async onRequest({ request }) {
      request.headers.set(
        "Authorization",
        `Bearer ${(await accessToken()) ?? ""}`,
      );
    },
    async onResponse({ response }) {
      const answer = await shownResponse(response);
      if (!answer.ok) {
        throw await ApiError.of(answer);
      }
      return answer;
    },
  });
  return { client, realm };
};

/** The body of an answer; refusals were thrown before. */
export const body = <T>({ data }: { data?: T }) => data as T;
