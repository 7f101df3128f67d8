/* SPDX-License-Identifier: Apache-2.0 */
import { cloneElement, isValidElement, type ReactNode } from "react";
import { matchPath } from "react-router-dom";
import { APPROVALS } from "./paths";

type Props = { to?: unknown; children?: unknown };

/** The tree with the search of this address on each link to the list of approvals. */
export const withSearch = (node: unknown, search: string): ReactNode => {
  if (Array.isArray(node)) {
    return node.map((child: unknown) => withSearch(child, search));
  }
  if (!isValidElement<Props>(node)) {
    return node as ReactNode;
  }
  const { to, children } = node.props;
  return typeof to === "string" && matchPath(APPROVALS, to)
    ? cloneElement(node, { to: { pathname: to, search } })
    : cloneElement(node, {}, withSearch(children, search));
};
