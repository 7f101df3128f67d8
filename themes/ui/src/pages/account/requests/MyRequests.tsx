/* SPDX-License-Identifier: Apache-2.0 */
import { EmptyRow } from "@keycloak/keycloak-account-ui";
import { Button, DataList } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router-dom";
import type { Offer } from "../../../api/types";
import { Loaded } from "../../../components/Loaded";
import { usePaging } from "../../../components/table/usePaging";
import { useOwnRequests, useServiceAccounts } from "../../../queries/own";
import { Pager } from "../Pager";
import { RequestItem } from "./RequestItem";
import { Section } from "../Section";

/** Those that wait first; `?request=` shows one of them opened. */
export const MyRequests = ({ offers }: { offers: Offer[] }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const paging = usePaging();
  const accounts = useServiceAccounts();
  const requests = useOwnRequests(paging.query);
  const shown = query.get("request") ?? "";
  return (
    <Section
      title={t("dataAccessRequests")}
      actions={
        (offers.length > 0 || !!accounts.data?.length) && (
          <Button onClick={() => void navigate({ search: "?ask" })}>
            {t("dataAccessAsk")}
          </Button>
        )
      }
    >
      <Loaded query={requests}>
        {(rows) => (
          <>
            <DataList
              aria-label={t("dataAccessRequests")}
              selectedDataListItemId={shown}
            >
              {rows.length === 0 && (
                <EmptyRow message={t("dataAccessRequestsEmpty")} />
              )}
              {rows.slice(0, paging.max).map((request) => (
                <RequestItem
                  key={request.id === shown ? `shown-${shown}` : request.id}
                  request={request}
                  offers={offers}
                  isShown={request.id === shown}
                />
              ))}
            </DataList>
            <Pager paging={paging} count={rows.length} />
          </>
        )}
      </Loaded>
    </Section>
  );
};
