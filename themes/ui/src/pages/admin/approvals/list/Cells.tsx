/* SPDX-License-Identifier: Apache-2.0 */
import { Label, type LabelProps } from "@patternfly/react-core";
import {
  BanIcon,
  CheckCircleIcon,
  ExclamationTriangleIcon,
  HourglassHalfIcon,
  TimesCircleIcon,
} from "@patternfly/react-icons";
import { Td } from "@patternfly/react-table";
import type { ReactElement, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { AccessRequest } from "../../../../api/types";
import { useNow } from "../../../../components/login/clock";
import { endKey } from "../../../../components/text/endKey";
import { groupName } from "../../../../components/text/groupName";
import { RelativeTime } from "../../../../components/text/RelativeTime";
import { standing } from "../../course";

/** In rows of a table Keycloak keeps lines whole, which is too wide for what ours say. */
export const Wrapped = ({ children }: { children: ReactNode }) => (
  <div className="pf-v5-u-text-wrap">{children}</div>
);

type LineProps = { title?: string; isSmall?: boolean; children: ReactNode };

/**
 * One line of a row, and never more, so that all rows are of one height; the whole of it on hover, and on narrow screens,
 * where cells stand below one another.
 */
export const Line = ({ title, isSmall = false, children }: LineProps) => (
  <div
    title={title}
    className={`data-access-line${isSmall ? " pf-v5-u-color-200 pf-v5-u-font-size-sm" : ""}`}
  >
    {children}
  </div>
);

type CellProps = { title: string; children: ReactNode };

export const Cell = ({ title, children }: CellProps) => (
  <Td dataLabel={title} modifier="truncate">
    {children}
  </Td>
);

export const UrgentLabel = () => {
  const { t } = useTranslation();
  return (
    <Label color="gold" icon={<ExclamationTriangleIcon />} isCompact>
      {t("dataAccessUrgent")}
    </Label>
  );
};

const LOOKS: Partial<
  Record<string, { color: LabelProps["color"]; icon: ReactElement }>
> = {
  PENDING: { color: "blue", icon: <HourglassHalfIcon /> },
  "APPROVED.running": { color: "green", icon: <CheckCircleIcon /> },
  "APPROVED.unusable": { color: "orange", icon: <ExclamationTriangleIcon /> },
  DENIED: { color: "red", icon: <TimesCircleIcon /> },
};

/** Green is only what is open now: what was approved and is over looks as over as all else. */
const StandingLabel = ({ word }: { word: string }) => {
  const { t } = useTranslation();
  const { color, icon } = LOOKS[word] ?? { color: "grey", icon: <BanIcon /> };
  return (
    <Label color={color} icon={icon} isCompact className="data-access-status">
      {t(`dataAccessStatus.${word}`)}
    </Label>
  );
};

export const StatusLabel = ({ request }: { request: AccessRequest }) => (
  <StandingLabel word={standing(request, useNow())} />
);

/** How requests of one row stand, each way once; nothing while all wait. */
export const Standings = ({ requests }: { requests: AccessRequest[] }) => {
  const now = useNow();
  return requests.some(({ status }) => status !== "PENDING") ? (
    <Wrapped>
      {[...new Set(requests.map((request) => standing(request, now)))].map(
        (word) => (
          <StandingLabel key={word} word={word} />
        ),
      )}
    </Wrapped>
  ) : null;
};

type ApprovalsProps = {
  request: AccessRequest;
  /** In few words, for a narrow column. */
  isShort?: boolean;
};

/** How far a pending request is, by group; else what became of it. */
export const Approvals = ({ request, isShort = false }: ApprovalsProps) => {
  const { t } = useTranslation();
  const { mailed } = request;
  return request.status === "PENDING" ? (
    <>
      {request.progress.map(({ group, required, given }) => (
        <Line key={group} title={group}>
          {t(isShort ? "dataAccessProgressShort" : "dataAccessProgress", {
            group: groupName(group, request.progress),
            required,
            given,
          })}
        </Line>
      ))}
      {mailed && (
        <Line title={t("dataAccessMailed", mailed)} isSmall>
          {t("dataAccessMailed", mailed)}
        </Line>
      )}
    </>
  ) : (
    <StatusLabel request={request} />
  );
};

/** When it was asked for, and when that ends or ended. */
export const Times = ({ request }: { request: AccessRequest }) => {
  const { t } = useTranslation();
  const { status, createdAt, expiresAt, closedAt } = request;
  const isOpen = status === "PENDING";
  const end = isOpen ? expiresAt : closedAt;
  return (
    <>
      <Line>
        <RelativeTime at={createdAt} isShort />
      </Line>
      {end && (
        <Line isSmall>
          {t(endKey("dataAccessEndWhen", request))}{" "}
          <RelativeTime at={end} isShort />
        </Line>
      )}
    </>
  );
};
