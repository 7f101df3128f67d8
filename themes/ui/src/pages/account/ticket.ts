/* SPDX-License-Identifier: Apache-2.0 */
import type { Offer } from "../../api/types";

/** What the policies say of the form of a ticket; blank where they, or an older server, say nothing. */
export const ticketHintOf = (
  offer: (Offer & { ticketHint?: string | null }) | undefined,
): string => offer?.ticketHint ?? "";
