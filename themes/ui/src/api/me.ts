/* SPDX-License-Identifier: Apache-2.0 */
import { type Api, body } from "./client";
import type { Me } from "./types";

export const fetchMe = async ({ client, realm }: Api): Promise<Me> =>
  body(
    await client.GET("/admin/realms/{realm}/data-access/me", {
      params: { path: { realm } },
    }),
  );
