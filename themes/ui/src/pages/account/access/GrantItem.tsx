/* SPDX-License-Identifier: Apache-2.0 */
import {
  Button,
  DataListCell,
  DataListItem,
  DataListItemCells,
  DataListItemRow,
  Flex,
} from "@patternfly/react-core";
import { useContext, useState } from "react";
import { useTranslation } from "react-i18next";
import { createSearchParams, useNavigate } from "react-router-dom";
import type { Grant, Offer } from "../../../api/types";
import { TextLink } from "../../../components/TextLink";
import { GrantEnd } from "./GrantEnd";
import { HandBack } from "./HandBack";
import { isFor, useNames } from "../names";
import { OpenApplication } from "./OpenApplication";
import { Opened } from "./Opened";
import { Requester } from "../requester";
import { ForSubject, useOffersOf } from "../subject";

type GrantItemProps = { grant: Grant; offers: Offer[] };

export const GrantItem = ({ grant, offers: own }: GrantItemProps) => {
  const { t } = useTranslation();
  const offers = useOffersOf(grant.subject, own);
  const names = useNames(offers);
  const navigate = useNavigate();
  const me = useContext(Requester);
  const [handingBack, setHandingBack] = useState(false);
  const offer = offers.find(isFor(grant));
  const pending = offer?.pendingRequestId;
  const { id, clientId, scope, subject } = grant;
  const title = `grant-${id}`;
  const extend = createSearchParams({
    ask: "",
    application: clientId,
    data: scope,
    purpose: grant.purpose,
    ...(subject.id !== me && { subject: subject.username }),
  });
  return (
    <DataListItem aria-labelledby={title}>
      <DataListItemRow>
        <DataListItemCells
          dataListCells={[
            <DataListCell key="access" width={2}>
              <div id={title} className="pf-v5-u-font-weight-bold">
                <Opened categories={grant.categories} names={names} />
              </div>
              <div>{names.application(grant)}</div>
              <ForSubject subject={subject} />
              <div className="pf-v5-u-color-200 pf-v5-u-font-size-sm">
                {t("dataAccessSince", {
                  date: names.moment(grant.approvedAt),
                })}
              </div>
            </DataListCell>,
            <DataListCell key="purpose">
              {names.purpose(grant.purpose)}
            </DataListCell>,
            <DataListCell key="end">
              <GrantEnd grant={grant} names={names} />
              {pending && (
                <TextLink to={{ search: `?request=${pending}` }}>
                  {t("dataAccessExtensionPending")}
                </TextLink>
              )}
            </DataListCell>,
            <DataListCell key="actions" isFilled={false}>
              <Flex spaceItems={{ default: "spaceItemsSm" }}>
                <OpenApplication offer={offer} />
                {offer && !pending && (
                  <Button
                    variant="secondary"
                    onClick={() =>
                      void navigate({ search: `?${String(extend)}` })
                    }
                  >
                    {t("dataAccessExtend")}
                  </Button>
                )}
                {grant.revocable && (
                  <Button
                    variant="danger"
                    onClick={() => {
                      setHandingBack(true);
                    }}
                  >
                    {t("dataAccessHandBack")}
                  </Button>
                )}
              </Flex>
            </DataListCell>,
          ]}
        />
        {handingBack && (
          <HandBack
            grant={grant}
            names={names}
            pending={pending}
            onClose={() => {
              setHandingBack(false);
            }}
          />
        )}
      </DataListItemRow>
    </DataListItem>
  );
};
