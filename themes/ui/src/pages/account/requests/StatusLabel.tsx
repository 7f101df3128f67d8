/* SPDX-License-Identifier: Apache-2.0 */
import { Label, type LabelProps } from "@patternfly/react-core";
import {
  BanIcon,
  CheckCircleIcon,
  ClockIcon,
  ExclamationTriangleIcon,
  HourglassHalfIcon,
  TimesCircleIcon,
  UndoIcon,
} from "@patternfly/react-icons";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

type Look = { color: LabelProps["color"]; icon: ReactElement };

const LOOKS: Partial<Record<string, Look>> = {
  PENDING: { color: "blue", icon: <HourglassHalfIcon /> },
  APPROVED: { color: "green", icon: <CheckCircleIcon /> },
  DENIED: { color: "red", icon: <TimesCircleIcon /> },
  CANCELLED: { color: "grey", icon: <BanIcon /> },
  EXPIRED: { color: "grey", icon: <ClockIcon /> },
  BLOCKED: { color: "orange", icon: <ExclamationTriangleIcon /> },
  ENDED: { color: "grey", icon: <ClockIcon /> },
  HANDED_BACK: { color: "grey", icon: <UndoIcon /> },
  REVOKED: { color: "red", icon: <BanIcon /> },
};

/** Colour, sign and word: any one of them is enough. */
export const StatusLabel = ({ status }: { status: string }) => {
  const { t } = useTranslation();
  return <Label {...LOOKS[status]}>{t(`dataAccessStatus.${status}`)}</Label>;
};
