/* SPDX-License-Identifier: Apache-2.0 */
import type { AccessRequest } from "../../api/types";

/** The key of the text that says how a request ended: why it was cancelled, where that is known. */
export const endKey = (
  prefix: string,
  {
    status,
    cancellation,
  }: Pick<AccessRequest, "status"> &
    Partial<Pick<AccessRequest, "cancellation">>,
) => [prefix, status, cancellation].filter(Boolean).join(".");
