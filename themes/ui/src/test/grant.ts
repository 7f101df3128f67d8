/* SPDX-License-Identifier: Apache-2.0 */
import type { Grant } from "../api/types";

const CONTACT = {
  key: "us.user.contact",
  label: "Contact details of US users",
  sensitivity: "CONFIDENTIAL",
  jurisdiction: "US",
} as const;

/** One of lin's that the viewer may revoke, as the server tells of it. */
export const grantOf = (differing: Partial<Grant> = {}): Grant => ({
  id: "g1",
  requestId: "r1",
  subject: { id: "u1", username: "lin" },
  clientId: "sample-app",
  clientName: null,
  scope: "us-contact",
  categories: [CONTACT],
  purpose: "legal-request",
  approvedAt: "2026-11-22T10:00:00Z",
  approvedUntil: "2026-11-22T18:00:00Z",
  endedAt: null,
  endedBy: null,
  endReason: null,
  active: true,
  usable: true,
  usableUntil: differing.approvedUntil ?? "2026-11-22T18:00:00Z",
  maxTokenLifespan: "PT5M",
  revocable: true,
  login: null,
  ...differing,
});
