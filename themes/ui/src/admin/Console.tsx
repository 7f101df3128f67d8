/* SPDX-License-Identifier: Apache-2.0 */
import { AdminUi, PageBreadCrumbs, PageNav } from "@keycloak/keycloak-admin-ui";
import {
  cloneElement,
  isValidElement,
  type ReactElement,
  type ReactNode,
} from "react";
import { BreadCrumbs } from "./BreadCrumbs";
import { Sidebar } from "./Sidebar";

/** The tree with every element of one component replaced, whichever property it hangs on. */
const replaced = (
  node: unknown,
  component: unknown,
  by: ReactElement,
): ReactNode => {
  if (Array.isArray(node)) {
    return node.map((child: unknown) => replaced(child, component, by));
  }
  if (!isValidElement<Record<string, unknown>>(node)) {
    return node as ReactNode;
  }
  return node.type === component
    ? by
    : cloneElement(
        node,
        Object.fromEntries(
          Object.entries(node.props)
            .filter(
              ([, value]) => Array.isArray(value) || isValidElement(value),
            )
            .map(([name, value]) => [name, replaced(value, component, by)]),
        ),
      );
};

/** Keycloak's console as it is, but for the navigation and the way back to a list. */
// Called and not rendered, so that there is a tree to replace in.
export const Console = () =>
  replaced(
    replaced(AdminUi(), PageNav, <Sidebar />),
    PageBreadCrumbs,
    <BreadCrumbs />,
  );
