/* SPDX-License-Identifier: Apache-2.0 */
import type { routes as nativeRoutes } from "@keycloak/keycloak-admin-ui";
import { type ComponentType, lazy } from "react";
import { ClockNotice } from "../components/login/ClockNotice";
import { AdminApi } from "./AdminApi";
import { APPROVALS, CLASSIFICATION, GRANTS, REQUEST } from "./paths";

type Route = (typeof nativeRoutes)[number];

const route = (
  path: string,
  breadcrumb: string,
  load: () => Promise<{ default: ComponentType }>,
): Route => {
  const Page = lazy(load);
  return {
    path,
    element: (
      <AdminApi>
        <ClockNotice />
        <Page />
      </AdminApi>
    ),
    // Whoever may open the console: what they see here, the server decides at every call.
    handle: { access: "anyone", breadcrumb: (t) => t(breadcrumb) },
  };
};

export const routes = [
  route(
    APPROVALS,
    "dataAccessApprovals",
    () => import("../pages/admin/approvals/ApprovalsPage"),
  ),
  route(
    REQUEST,
    "dataAccessRequest",
    () => import("../pages/admin/approvals/request/RequestPage"),
  ),
  route(
    GRANTS,
    "dataAccessGrants",
    () => import("../pages/admin/grants/GrantsPage"),
  ),
  route(
    CLASSIFICATION,
    "dataAccessClassification",
    () => import("../pages/admin/classification/ClassificationPage"),
  ),
];
