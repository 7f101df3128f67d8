/* SPDX-License-Identifier: Apache-2.0 */
import { Label } from "@patternfly/react-core";
import {
  BanIcon,
  CheckCircleIcon,
  ExclamationTriangleIcon,
  HourglassHalfIcon,
  TimesCircleIcon,
} from "@patternfly/react-icons";
import { Td } from "@patternfly/react-table";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { AccessRequest, RequestStatus } from "../../../api/types";

/** In rows of a table Keycloak keeps lines whole, which is too wide for what ours say. */
export const Wrapped = ({ children }: { children: ReactNode }) => (
  <div className="pf-v5-u-text-wrap">{children}</div>
);

export const Cell = ({
  title,
  children,
}: {
  title: string;
  children: ReactNode;
}) => (
  <Td dataLabel={title}>
    <Wrapped>{children}</Wrapped>
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

const STATUS = {
  PENDING: { color: "blue", icon: <HourglassHalfIcon /> },
  APPROVED: { color: "green", icon: <CheckCircleIcon /> },
  DENIED: { color: "red", icon: <TimesCircleIcon /> },
  CANCELLED: { color: "grey", icon: <BanIcon /> },
  EXPIRED: { color: "grey", icon: <HourglassHalfIcon /> },
} as const;

export const StatusLabel = ({ status }: { status: string }) => {
  const { t } = useTranslation();
  const { color, icon } = STATUS[status as RequestStatus];
  return (
    <Label color={color} icon={icon} isCompact>
      {t(`dataAccessStatus.${status}`)}
    </Label>
  );
};

/** How far a pending request is, by group; else what became of it. */
export const Approvals = ({ request }: { request: AccessRequest }) => {
  const { t } = useTranslation();
  return request.status === "PENDING" ? (
    request.progress.map(({ group, required, given }) => (
      <div key={group}>
        {t("dataAccessProgress", { group, required, given })}
      </div>
    ))
  ) : (
    <StatusLabel status={request.status} />
  );
};
