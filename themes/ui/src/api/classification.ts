/* SPDX-License-Identifier: Apache-2.0 */
import { type Api, body } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];

export type Classification = Schemas["Classification"];
export type GuardedScope = Schemas["GuardedScope"];
export type Policy = Schemas["Policy"];
export type Problem = Schemas["Problem"];
export type Resource = Schemas["Resource"];

export const fetchClassification = async ({
  client,
  realm,
}: Api): Promise<Classification> =>
  body(
    await client.GET("/admin/realms/{realm}/data-access/classification", {
      params: { path: { realm } },
    }),
  );
