/* SPDX-License-Identifier: Apache-2.0 */
import { type Api, body } from "./client";
import type { components } from "./schema";
import type { AccessRequest } from "./types";

export type Choice = components["schemas"]["VoteDecision"];

export type Ballot = {
  decision: Choice;
  comment?: string;
  /** Shorter than what was asked for. */
  duration?: string;
};

/** The request as it stands after the vote. */
export const vote = async (
  { client, realm }: Api,
  id: string,
  ballot: Ballot,
): Promise<AccessRequest> =>
  body(
    await client.POST("/admin/realms/{realm}/data-access/requests/{id}/votes", {
      params: { path: { realm, id } },
      body: ballot,
    }),
  );
