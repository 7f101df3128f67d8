/* SPDX-License-Identifier: Apache-2.0 */
import type { AccessRequest, Me } from "../../../api/types";
import { grantOf } from "../../../test/grant";

/** For tests. */
export const AVERY: Me = {
  id: "avery",
  username: "avery",
  approver: true,
  approverRole: true,
  auditor: false,
  policyAdmin: false,
};

export const OLGA: Me = {
  id: "olga",
  username: "olga",
  approver: false,
  approverRole: false,
  auditor: true,
  policyAdmin: false,
};

export const request = (
  id: string,
  changes: Partial<AccessRequest> = {},
): AccessRequest => ({
  id,
  status: "PENDING",
  bundle: id,
  urgent: false,
  subject: {
    id: "lin",
    username: "lin",
    attributes: { country: "SG", legal_entity: "Clips Singapore" },
  },
  requester: { id: "lin", username: "lin" },
  clientId: "sample-app",
  scope: "us-contact",
  categories: [
    {
      key: "us.user.contact",
      label: "Contact details of US users",
      sensitivity: "CONFIDENTIAL",
      jurisdiction: "US",
    },
  ],
  sensitivity: "CONFIDENTIAL",
  purpose: "legal-request",
  justification: "A court asks.\nUntil Friday.",
  ticket: null,
  requestedDuration: "PT2H",
  longestDuration: "PT8H",
  extended: null,
  createdAt: "2026-11-22T10:00:00Z",
  expiresAt: "2026-11-23T10:00:00Z",
  closedAt: null,
  cancellation: null,
  clientName: null,
  decidable: true,
  login: null,
  progress: [
    { group: "/us-security", description: null, required: 1, given: 0 },
  ],
  votes: [],
  mailed: null,
  remindableAt: null,
  grant: null,
  accessUntil: null,
  ...changes,
});

export const granted = (id: string) =>
  request(id, {
    status: "APPROVED",
    decidable: false,
    grant: grantOf({ approvedUntil: "2026-11-22T14:00:00Z" }),
  });
