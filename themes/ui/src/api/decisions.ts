/* SPDX-License-Identifier: Apache-2.0 */
import { type Api, body } from "./client";
import type { components } from "./schema";

export type Decision = components["schemas"]["Decision"];
export type Attempt = components["schemas"]["TryBody"];

export const decide = async (
  { client, realm }: Api,
  attempt: Attempt,
): Promise<Decision> =>
  body(
    await client.POST("/admin/realms/{realm}/data-access/decisions", {
      params: { path: { realm } },
      body: attempt,
    }),
  );
