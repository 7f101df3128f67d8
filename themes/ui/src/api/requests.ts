/* SPDX-License-Identifier: Apache-2.0 */
import { type Api, body } from "./client";
import type { AccessRequest } from "./types";

export const fetchRequest = async (
  { client, realm }: Api,
  id: string,
): Promise<AccessRequest> =>
  body(
    await client.GET("/admin/realms/{realm}/data-access/requests/{id}", {
      params: { path: { realm, id } },
    }),
  );
