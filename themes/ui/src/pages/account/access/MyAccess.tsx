/* SPDX-License-Identifier: Apache-2.0 */
import { EmptyRow } from "@keycloak/keycloak-account-ui";
import { Button, DataList } from "@patternfly/react-core";
import { SyncAltIcon } from "@patternfly/react-icons";
import { useTranslation } from "react-i18next";
import type { Grant, Offer } from "../../../api/types";
import { Loaded } from "../../../components/Loaded";
import { useOwnGrants, useRefresh } from "../../../queries/own";
import { isBlocked, untilOf } from "./end";
import { GrantItem } from "./GrantItem";
import { Section } from "../Section";

/** One that the gate refuses ends before all others. */
const endsAfter = (one: Grant, other: Grant): boolean =>
  isBlocked(one) === isBlocked(other)
    ? Date.parse(untilOf(one)) > Date.parse(untilOf(other))
    : isBlocked(other);

/** An extension leaves two grants for one access: the later end counts. */
const latest = (grants: Grant[]): Grant[] => {
  const byAccess = new Map<string, Grant>();
  for (const grant of grants) {
    const access = [grant.subject.id, grant.clientId, grant.scope].join("\n");
    const other = byAccess.get(access);
    if (!other || endsAfter(grant, other)) {
      byAccess.set(access, grant);
    }
  }
  return [...byAccess.values()];
};

export const MyAccess = ({ offers }: { offers: Offer[] }) => {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const grants = useOwnGrants();
  return (
    <Section
      title={t("dataAccessMine")}
      actions={
        <Button variant="link" icon={<SyncAltIcon />} onClick={refresh}>
          {t("refreshPage")}
        </Button>
      }
    >
      <Loaded query={grants}>
        {(rows) => (
          <DataList aria-label={t("dataAccessMine")}>
            {rows.length === 0 && (
              <EmptyRow message={t("dataAccessMineEmpty")} />
            )}
            {latest(rows).map((grant) => (
              <GrantItem key={grant.id} grant={grant} offers={offers} />
            ))}
          </DataList>
        )}
      </Loaded>
    </Section>
  );
};
