/* SPDX-License-Identifier: Apache-2.0 */
import { PageBreadCrumbs } from "@keycloak/keycloak-admin-ui";
import { useLocation } from "react-router-dom";
import { withSearch } from "./crumbs";

/** Keycloak's way back to a list, with the filter, order and page that one came from. */
export const BreadCrumbs = () => {
  const { search } = useLocation();
  // Called and not rendered, so that there are links to change.
  return withSearch(PageBreadCrumbs(), search);
};
