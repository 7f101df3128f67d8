/* SPDX-License-Identifier: Apache-2.0 */
import type { Bundle } from "../../../../api/bundles";
import { applicationText } from "../../../../components/text/applicationText";
import type { AccessRequest } from "../../../../api/types";
import { SENSITIVITIES } from "./listState";

const LEVELS = Object.keys(SENSITIVITIES);

const distinct = (values: (string | null | undefined)[]) => [
  ...new Set(values.filter((value) => typeof value === "string")),
];

const sorted = (values: (string | null | undefined)[]) =>
  distinct(values).sort();

const isPending = ({ status }: AccessRequest) => status === "PENDING";

/**
 * When the first was asked for, when the first that waits expires, and when the last ended; no end of all where some ended
 * one way and some another.
 */
const times = (requests: AccessRequest[]) => {
  const pending = requests.filter(isPending);
  const ways = distinct(requests.map(({ status }) => status));
  return {
    createdAt: sorted(requests.map(({ createdAt }) => createdAt))[0] ?? "",
    expiresAt: sorted(pending.map(({ expiresAt }) => expiresAt))[0] ?? "",
    closedAt:
      ways.length === 1
        ? (sorted(requests.map(({ closedAt }) => closedAt)).at(-1) ?? null)
        : null,
    cancellation: requests.every(
      ({ cancellation }) => cancellation === requests[0]?.cancellation,
    )
      ? (requests[0]?.cancellation ?? null)
      : null,
    ...(pending[0] && { status: pending[0].status }),
  };
};

/** The one that a row names: of the most sensitive, the first. */
export const named = (requests: AccessRequest[]) =>
  LEVELS.toReversed()
    .map((level) => requests.find((one) => one.sensitivity === level))
    .find((found) => found !== undefined) ?? requests[0];

/** What one row says about all its requests. */
export const summary = ({ requests }: Pick<Bundle, "requests">) => ({
  applications: distinct(requests.map(applicationText)),
  purposes: distinct(requests.map(({ purpose }) => purpose)),
  durations: distinct(requests.map((one) => one.requestedDuration)),
  times: times(requests),
  urgent: requests.some(({ urgent }) => urgent),
});

export const decidable = (requests: AccessRequest[]) =>
  requests.filter((request) => request.decidable);
