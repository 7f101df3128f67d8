/* SPDX-License-Identifier: Apache-2.0 */
import { Button, ToolbarItem } from "@patternfly/react-core";
import { SyncAltIcon } from "@patternfly/react-icons";
import type { UseQueryResult } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useClockAhead } from "../login/clock";
import { useCounted } from "../text/useCounted";

type FreshnessProps = {
  query: UseQueryResult;
  total: UseQueryResult<number>;
  /** How many there are in those rows, where one row stands for several. */
  requests?: UseQueryResult<number>;
  /** Somebody is at work on the rows, which do not follow meanwhile. */
  isHeld?: boolean;
  /** There is more than was searched. */
  isCut?: boolean;
};

type TotalProps = { rows?: number; requests?: number };

/** What is counted is said where a row is not one of them. */
const Total = ({ rows, requests }: TotalProps) => {
  const { t } = useTranslation();
  const { inText } = useCounted();
  if (rows === undefined) {
    return null;
  }
  if (requests === undefined) {
    return t("dataAccessTotal", inText(rows));
  }
  const counted = t("dataAccessRequests", inText(requests));
  return requests === rows
    ? counted
    : t("dataAccessInRows", { requests: counted, count: rows });
};

/** How many rows there are on all pages, of when they are, and the way to newer ones. */
export const Freshness = ({
  query,
  total,
  requests,
  isHeld = false,
  isCut = false,
}: FreshnessProps) => {
  const { t, i18n } = useTranslation();
  const { most } = useCounted();
  const counted = requests ?? total;
  const [before, setBefore] = useState(counted.data);
  if (!isHeld && before !== counted.data) {
    setBefore(counted.data);
  }
  const isBehind = isHeld && before !== counted.data;
  const clock = new Intl.DateTimeFormat(i18n.language, { timeStyle: "medium" });
  const at = new Date(query.dataUpdatedAt - useClockAhead());
  return (
    <>
      <ToolbarItem>
        <Button
          variant="link"
          icon={<SyncAltIcon />}
          onClick={() => {
            void Promise.all([
              counted.refetch(),
              total.refetch(),
              query.refetch(),
            ]).then(([{ data }]) => {
              setBefore(data);
            });
          }}
        >
          {t("refresh")}
        </Button>
      </ToolbarItem>
      <ToolbarItem alignSelf="center" className="pf-v5-u-font-size-sm">
        {/* One element: side by side they would run into each other. */}
        <div>
          <div role="status">
            <Total rows={total.data} requests={requests?.data} />
            {isBehind && ` · ${t("dataAccessChangedMeanwhile")}`}
            {isCut && <div>{t("dataAccessSearchedNewest", { most })}</div>}
          </div>
          {query.dataUpdatedAt > 0 && (
            <div className="pf-v5-u-color-200">
              {t("dataAccessAsOf", { time: clock.format(at) })}
            </div>
          )}
        </div>
      </ToolbarItem>
    </>
  );
};
