/* SPDX-License-Identifier: Apache-2.0 */
import type { Api } from "./client";
import type { components } from "./schema";

export type Decision = components["schemas"]["Decision"];
export type Attempt = components["schemas"]["TryBody"];

export const decide = async (
  { client, realm }: Api,
  attempt: Attempt,
): Promise<Decision> => {
  const { data } = await client.POST(
    "/admin/realms/{realm}/data-access/decisions",
    { params: { path: { realm } }, body: attempt },
  );
  return data as Decision;
};
