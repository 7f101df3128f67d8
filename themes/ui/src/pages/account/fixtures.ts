/* SPDX-License-Identifier: Apache-2.0 */
import { http, HttpResponse } from "msw";
import { network, own } from "../../test/network";

const CONTACT = {
  key: "us.user.contact",
  label: "Contact details of US users",
  sensitivity: "CONFIDENTIAL",
  jurisdiction: "US",
};

export const LIN = { id: "u1", username: "lin" };

export const inHours = (hours: number) =>
  new Date(Date.now() + hours * 3_600_000).toISOString();

export const offer = {
  clientId: "sample-app",
  clientName: "Sample application",
  scope: "us-contact",
  categories: [CONTACT],
  sensitivity: "CONFIDENTIAL",
  purposes: ["legal-request", "kite-flying"],
  maxDuration: "PT8H",
  defaultDuration: "PT1H",
  ticketRequired: false,
  ticketHint: "",
  contact: "US data security on call",
  state: "REQUESTABLE",
  pendingRequestId: null,
  until: null,
};

export const grant = {
  id: "g1",
  requestId: "r1",
  subject: LIN,
  clientId: "sample-app",
  scope: "us-contact",
  categories: [CONTACT],
  purpose: "legal-request",
  approvedAt: inHours(-1),
  approvedUntil: inHours(2),
  endedAt: null,
  endedBy: null,
  endReason: null,
  active: true,
  usable: true,
  revocable: true,
};

export const request = {
  id: "r2",
  status: "PENDING",
  bundle: "b",
  urgent: false,
  subject: { ...LIN, attributes: {} },
  requester: LIN,
  clientId: "sample-app",
  scope: "us-contact",
  categories: [CONTACT],
  sensitivity: "CONFIDENTIAL",
  purpose: "legal-request",
  justification: "A court asks for <b>one</b> user",
  ticket: "CASE-7",
  requestedDuration: "PT48H",
  extended: null,
  createdAt: inHours(-1),
  expiresAt: inHours(23.5),
  closedAt: null,
  cancellation: null,
  clientName: null,
  mailed: null,
  remindableAt: inHours(-0.5),
  decidable: false,
  login: null,
  progress: [{ group: "/us-security", required: 2, given: 1 }],
  votes: [
    {
      approver: null,
      decision: "APPROVE",
      comment: "Fine with me",
      group: "/us-security",
      duration: null,
      votedAt: inHours(-0.9),
      counts: true,
    },
  ],
  grant: null,
};

type World = {
  offers?: object[];
  grants?: object[];
  requests?: object[];
  accounts?: object[];
};

/** What the server answers to the three lists. */
export const serve = ({
  offers = [],
  grants = [],
  requests = [],
  accounts = [],
}: World) => {
  network.use(
    http.get(own("scopes"), () => HttpResponse.json(offers)),
    http.get(own("service-accounts"), () => HttpResponse.json(accounts)),
    http.get(own("grants"), () => HttpResponse.json(grants)),
    http.get(own("requests"), () => HttpResponse.json(requests)),
  );
};

export const refuse = (status: number, error: string, headers = {}) =>
  HttpResponse.json({ error, errorMessage: "In English" }, { status, headers });
