/* SPDX-License-Identifier: Apache-2.0 */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ApiError, type Challenge } from "../api/ApiError";
import type { Api } from "../api/client";
import { fetchRequest } from "../api/requests";
import type { AccessRequest } from "../api/types";
import { type Ballot, vote } from "../api/votes";
import { key, useApi } from "./api";

/** What a vote came to. */
export type Outcome =
  | { kind: "voted"; after: AccessRequest }
  /** `now` is how the request stands, where that may have changed meanwhile. */
  | { kind: "refused"; why: ApiError; now?: AccessRequest }
  | { kind: "login"; challenge: Challenge }
  /** No answer came: it may have arrived or not. */
  | { kind: "unknown"; message: string }
  /** Never sent, because one before it wants a new login. */
  | { kind: "unsent" };

export type Cast = { request: AccessRequest; outcome: Outcome };

/** Nothing was decided, as it waits for a login. */
export const isPostponed = ({ outcome }: Cast) =>
  outcome.kind === "login" || outcome.kind === "unsent";

export type Motion = { request: AccessRequest; ballot: Ballot };

/** Not knowing it is no reason to fail: the page loads the request anew in any case. */
const standing = (api: Api, id: string) =>
  fetchRequest(api, id).catch(() => undefined);

const cast = async (
  api: Api,
  { request, ballot }: Motion,
): Promise<Outcome> => {
  try {
    return { kind: "voted", after: await vote(api, request.id, ballot) };
  } catch (error) {
    if (!(error instanceof ApiError)) {
      return {
        kind: "unknown",
        message: error instanceof Error ? error.message : String(error),
      };
    }
    if (error.challenge) {
      return { kind: "login", challenge: error.challenge };
    }
    const now =
      error.status === 409 ? await standing(api, request.id) : undefined;
    return { kind: "refused", why: error, ...(now && { now }) };
  }
};

/** Casts votes one after the other; each stands for itself. A weak login is so for all that follow. */
export const useVoting = () => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (motions: Motion[]): Promise<Cast[]> => {
      const casts: Cast[] = [];
      let weak = false;
      for (const motion of motions) {
        const outcome: Outcome = weak
          ? { kind: "unsent" }
          : await cast(api, motion);
        weak ||= outcome.kind === "login";
        casts.push({ request: motion.request, outcome });
      }
      return casts;
    },
    onSettled: () => {
      for (const word of ["requests", "bundles", "grants"]) {
        void queries.invalidateQueries({ queryKey: key(api, word) });
      }
    },
  });
};
