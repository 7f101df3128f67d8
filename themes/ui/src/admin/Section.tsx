/* SPDX-License-Identifier: Apache-2.0 */
import { NavGroup } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { NavLink, type Path } from "react-router-dom";
import { useMe } from "../queries/me";
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
export const Section = ({ realm }: { realm: string }) => {
  const { t } = useTranslation();
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
