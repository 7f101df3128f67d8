/* SPDX-License-Identifier: Apache-2.0 */
import { generatePath, type Path } from "react-router-dom";

type InRealm = { realm: string };

const to = (path: string, params: Record<string, string>) => ({
  pathname: generatePath(path, params),
});

export const APPROVALS = "/:realm/data-access/approvals";

export const toApprovals = (params: InRealm): Partial<Path> =>
  to(APPROVALS, params);

export const REQUEST = "/:realm/data-access/approvals/:id";

export const toRequest = (params: InRealm & { id: string }): Partial<Path> =>
  to(REQUEST, params);

export const GRANTS = "/:realm/data-access/grants/:tab?";

export type GrantsTab = "active" | "ending" | "ended";

/** Without a tab: the first one. */
export const toGrants = (
  params: InRealm & { tab?: GrantsTab },
): Partial<Path> => to(GRANTS, params);

export const CLASSIFICATION = "/:realm/data-access/classification/:tab?";

export type ClassificationTab =
  "categories" | "policies" | "scopes" | "problems" | "try-it";

/** Without a tab: the first one. */
export const toClassification = (
  params: InRealm & { tab?: ClassificationTab },
): Partial<Path> => to(CLASSIFICATION, params);
