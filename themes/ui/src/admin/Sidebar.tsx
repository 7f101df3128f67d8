/* SPDX-License-Identifier: Apache-2.0 */
import { PageNav, useRealm } from "@keycloak/keycloak-admin-ui";
import { NavGroup } from "@patternfly/react-core";
import {
  cloneElement,
  isValidElement,
  type PropsWithChildren,
  type ReactElement,
} from "react";
import { useTranslation } from "react-i18next";
import { NavLink, type Path } from "react-router-dom";
import { useMe } from "../queries/me";
import { AdminApi } from "./AdminApi";
import { toApprovals, toClassification, toGrants } from "./paths";

const Item = ({ title, to }: { title: string; to: Partial<Path> }) => {
  const { t } = useTranslation();
  return (
    <li>
      <NavLink
        to={to}
        className={({ isActive }) =>
          `pf-v5-c-nav__link${isActive ? " pf-m-current" : ""}`
        }
      >
        {t(title)}
      </NavLink>
    </li>
  );
};

/** Nobody but those that the server names sees it; when the server cannot say, nobody does. */
const Section = () => {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const me = useMe().data;
  if (!me || !(me.approver || me.auditor || me.policyAdmin)) {
    return null;
  }
  return (
    <NavGroup aria-label={t("dataAccess")} title={t("dataAccess")}>
      <Item title="dataAccessApprovals" to={toApprovals({ realm })} />
      <Item title="dataAccessGrants" to={toGrants({ realm })} />
      <Item title="dataAccessClassification" to={toClassification({ realm })} />
    </NavGroup>
  );
};

type Parent = ReactElement<PropsWithChildren>;

const only = (children: unknown): Parent | undefined =>
  isValidElement<PropsWithChildren>(children) ? children : undefined;

/** Keycloak's navigation with one more group at its end. */
export const Sidebar = () => {
  // Called and not rendered, so that there is a tree to add to; its shape is PageSidebar > PageSidebarBody > Nav.
  const sidebar: Parent = PageNav();
  const body = only(sidebar.props.children);
  const nav = body && only(body.props.children);
  if (!nav) {
    return sidebar;
  }
  const more = (
    <AdminApi key="data-access">
      <Section />
    </AdminApi>
  );
  return cloneElement(
    sidebar,
    {},
    cloneElement(body, {}, cloneElement(nav, {}, nav.props.children, more)),
  );
};
