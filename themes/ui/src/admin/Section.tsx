/* SPDX-License-Identifier: Apache-2.0 */
import { Badge, NavGroup } from "@patternfly/react-core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { NavLink, type Path } from "react-router-dom";
import { useCounted } from "../components/text/useCounted";
import { useWaiting } from "../queries/bundles";
import { useMe } from "../queries/me";
import { toApprovals, toClassification, toGrants } from "./paths";

type ItemProps = {
  title: string;
  to: Partial<Path>;
  /** How many requests wait for the reader's decision. */
  waiting?: number;
};

const Item = ({ title, to, waiting = 0 }: ItemProps) => {
  const { t } = useTranslation();
  const { number } = useCounted();
  return (
    <li>
      <NavLink
        to={to}
        className={({ isActive }) =>
          `pf-v5-c-nav__link${isActive ? " pf-m-current" : ""}`
        }
      >
        {t(title)}
        {waiting > 0 && (
          <Badge
            className="pf-v5-u-ml-sm"
            screenReaderText={t("dataAccessWaitingForYou", {
              count: waiting,
            })}
          >
            {number(waiting)}
          </Badge>
        )}
      </NavLink>
    </li>
  );
};

const TITLE = document.title;

/** A tab in the background says it, too. */
const useTabTitle = (waiting: number) => {
  const shown = useCounted().number(waiting);
  useEffect(() => {
    document.title = waiting > 0 ? `(${shown}) ${TITLE}` : TITLE;
  }, [waiting, shown]);
};

type SectionProps = {
  realm: string;
  /** Whether Keycloak lets the person see how the realm is set up: then they see its classification. */
  seesRealm: boolean;
};

/** Each sees what the server shows them, and nobody else sees it; when it cannot say, what Keycloak says counts. */
export const Section = ({ realm, seesRealm }: SectionProps) => {
  const { t } = useTranslation();
  const me = useMe().data;
  const waiting = useWaiting(me?.approver === true).data ?? 0;
  useTabTitle(waiting);
  const takesPart = me && (me.approver || me.auditor || me.policyAdmin);
  if (!takesPart && !seesRealm) {
    return me?.approverRole ? (
      <NavGroup aria-label={t("dataAccess")} title={t("dataAccess")}>
        <li className="pf-v5-c-nav__item pf-v5-u-px-md pf-v5-u-font-size-sm">
          {t("dataAccessDecidesNothing")}
        </li>
      </NavGroup>
    ) : null;
  }
  return (
    <NavGroup aria-label={t("dataAccess")} title={t("dataAccess")}>
      {takesPart && (
        <>
          <Item
            title="dataAccessApprovals"
            to={toApprovals({ realm })}
            waiting={waiting}
          />
          <Item title="dataAccessGrants" to={toGrants({ realm })} />
        </>
      )}
      <Item title="dataAccessClassification" to={toClassification({ realm })} />
    </NavGroup>
  );
};
