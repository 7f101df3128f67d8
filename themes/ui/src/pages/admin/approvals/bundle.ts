/* SPDX-License-Identifier: Apache-2.0 */
import type { Bundle } from "../../../api/bundles";
import type { AccessRequest } from "../../../api/types";
import { SENSITIVITIES } from "./listState";

const LEVELS = Object.keys(SENSITIVITIES);

const distinct = (values: (string | null | undefined)[]) => [
  ...new Set(values.filter((value) => typeof value === "string")),
];

const sorted = (values: string[]) => distinct(values).sort();

/** What one row says about all its requests. */
export const summary = ({ requests }: Pick<Bundle, "requests">) => ({
  applications: distinct(requests.map(({ clientId }) => clientId)),
  purposes: distinct(requests.map(({ purpose }) => purpose)),
  sensitivity:
    LEVELS.findLast((level) =>
      requests.some(({ sensitivity }) => sensitivity === level),
    ) ?? "",
  durations: distinct(requests.map((one) => one.requestedDuration)),
  /** The earliest of each. */
  times: {
    createdAt: sorted(requests.map(({ createdAt }) => createdAt))[0] ?? "",
    expiresAt: sorted(requests.map(({ expiresAt }) => expiresAt))[0] ?? "",
  },
  urgent: requests.some(({ urgent }) => urgent),
});

export const decidable = (requests: AccessRequest[]) =>
  requests.filter((request) => request.decidable);
