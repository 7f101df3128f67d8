/* SPDX-License-Identifier: Apache-2.0 */
import {
  DataListCell,
  DataListContent,
  DataListItem,
  DataListItemCells,
  DataListItemRow,
  DataListToggle,
} from "@patternfly/react-core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AccessRequest, Offer } from "../../../api/types";
import { standingOf } from "../access/end";
import { isFor, useNames } from "../names";
import { ForSubject, useOffersOf } from "../subject";
import { AskAgain } from "../ask/AskAgain";
import { Opened } from "../access/Opened";
import { PendingActions } from "./PendingActions";
import { RequestDetails } from "./RequestDetails";
import { StatusLabel } from "./StatusLabel";
import { StatusText } from "./StatusText";

type RequestItemProps = {
  request: AccessRequest;
  offers: Offer[];
  /** Opened and brought into view, as the one just filed. */
  isShown: boolean;
};

export const RequestItem = ({
  request,
  offers: own,
  isShown,
}: RequestItemProps) => {
  const { t } = useTranslation();
  const offers = useOffersOf(request.subject, own);
  const names = useNames(offers);
  const [isOpen, setOpen] = useState(isShown);
  const { id, status } = request;
  const title = `title-${id}`;
  const offer = offers.find(isFor(request));
  const isToBeAskedAgain =
    ["DENIED", "CANCELLED", "EXPIRED"].includes(status) &&
    offer?.state === "REQUESTABLE";
  useEffect(() => {
    if (isShown) {
      // Focus brings it into view as well.
      document.getElementById(`toggle-${id}`)?.focus();
    }
  }, [isShown, id]);
  return (
    <DataListItem id={id} aria-labelledby={title} isExpanded={isOpen}>
      <DataListItemRow>
        <DataListToggle
          id={`toggle-${id}`}
          aria-label={t("dataAccessDetailsOf", {
            data: names.data(request.categories),
            application: names.application(request),
          })}
          aria-controls={`details-${id}`}
          isExpanded={isOpen}
          onClick={() => {
            setOpen(!isOpen);
          }}
        />
        <DataListItemCells
          dataListCells={[
            <DataListCell key="access" width={2}>
              <div id={title} className="pf-v5-u-font-weight-bold">
                <Opened categories={request.categories} names={names} />
              </div>
              <div>{names.application(request)}</div>
              <ForSubject subject={request.subject} />
              <div className="pf-v5-u-color-200 pf-v5-u-font-size-sm">
                {t("dataAccessAskedAt", {
                  date: names.moment(request.createdAt),
                })}
              </div>
            </DataListCell>,
            <DataListCell key="status" width={2}>
              <StatusLabel status={standingOf(request)} />
              <StatusText request={request} names={names} />
            </DataListCell>,
            status === "PENDING" && (
              <DataListCell key="actions" isFilled={false}>
                <PendingActions request={request} names={names} />
              </DataListCell>
            ),
            isToBeAskedAgain && (
              <DataListCell key="again" isFilled={false}>
                <AskAgain request={request} />
              </DataListCell>
            ),
          ]}
        />
      </DataListItemRow>
      <DataListContent
        id={`details-${id}`}
        aria-label={t("dataAccessDetails")}
        isHidden={!isOpen}
      >
        <RequestDetails request={request} offers={offers} names={names} />
      </DataListContent>
    </DataListItem>
  );
};
