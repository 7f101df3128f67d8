/* SPDX-License-Identifier: Apache-2.0 */
import {
  Badge,
  Tab,
  Tabs,
  TabsComponent,
  TabTitleText,
} from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Path, useHref, useLocation } from "react-router-dom";

export type AddressTab = {
  to: Partial<Path>;
  title: string;
  /** How many there are; nothing or none shows no number. */
  count?: number;
  content: ReactNode;
};

/**
 * Tabs with an address each, the first one shown where the address names none. They look and work like Keycloak's own,
 * which do not know the tabs of another copy of PatternFly.
 */
export const AddressTabs = ({ tabs }: { tabs: AddressTab[] }) => {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const root = useHref("/").replace(/\/$/, "");
  const paths = tabs.map(({ to }) => to.pathname ?? "");
  const active = paths.find((path) => path === decodeURI(pathname));
  return (
    <Tabs
      activeKey={active ?? paths[0]}
      component={TabsComponent.nav}
      inset={{ default: "insetNone", xl: "insetLg", "2xl": "inset2xl" }}
      isBox
      mountOnEnter
      unmountOnExit
    >
      {tabs.map(({ to: { pathname: path = "" }, title, count, content }) => (
        <Tab
          key={path}
          eventKey={path}
          href={root + path}
          title={
            <>
              <TabTitleText>{t(title)}</TabTitleText>
              {count ? (
                <Badge isRead className="pf-v5-u-ml-sm">
                  {count}
                </Badge>
              ) : null}
            </>
          }
        >
          {content}
        </Tab>
      ))}
    </Tabs>
  );
};
