/* SPDX-License-Identifier: Apache-2.0 */
import { PageNav, useAccess, useRealm } from "@keycloak/keycloak-admin-ui";
import {
  cloneElement,
  isValidElement,
  type PropsWithChildren,
  type ReactElement,
} from "react";
import { AdminApi } from "./AdminApi";
import { Landing } from "./Landing";
import { Section } from "./Section";

type Parent = ReactElement<PropsWithChildren>;

const only = (children: unknown): Parent | undefined =>
  isValidElement<PropsWithChildren>(children) ? children : undefined;

/** Keycloak's navigation with one more group at its end. */
export const Sidebar = () => {
  // Called and not rendered, so that there is a tree to add to; its shape is PageSidebar > PageSidebarBody > Nav.
  const sidebar: Parent = PageNav();
  const { realm } = useRealm();
  const { hasAccess } = useAccess();
  const body = only(sidebar.props.children);
  const nav = body && only(body.props.children);
  if (!nav) {
    return sidebar;
  }
  const more = (
    <AdminApi key="data-access">
      <Landing realm={realm} />
      <Section realm={realm} seesRealm={hasAccess("view-realm")} />
    </AdminApi>
  );
  return cloneElement(
    sidebar,
    {},
    cloneElement(body, {}, cloneElement(nav, {}, nav.props.children, more)),
  );
};
