/* SPDX-License-Identifier: Apache-2.0 */
import type { Grant } from "../../api/types";

/** "Sample application (sample-app)": anybody may choose a name, and nobody somebody else's id. */
export const applicationText = ({
  clientId,
  clientName,
}: Pick<Grant, "clientId" | "clientName">) =>
  clientName && clientName !== clientId
    ? `${clientName} (${clientId})`
    : clientId;
