/* SPDX-License-Identifier: Apache-2.0 */
import { type Api, body } from "./client";
import type { Classification } from "./types";

export const fetchClassification = async ({
  client,
  realm,
}: Api): Promise<Classification> =>
  body(
    await client.GET("/admin/realms/{realm}/data-access/classification", {
      params: { path: { realm } },
    }),
  );
