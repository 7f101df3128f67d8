/* SPDX-License-Identifier: Apache-2.0 */
import { Label, type LabelProps } from "@patternfly/react-core";
import {
  BanIcon,
  GlobeIcon,
  HomeIcon,
  LockIcon,
} from "@patternfly/react-icons";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

type Look = { color: LabelProps["color"]; icon: ReactElement; text: string };

const LOOKS: Partial<Record<string, Look>> = {
  PUBLIC: { color: "green", icon: <GlobeIcon />, text: "dataAccessPublic" },
  INTERNAL: { color: "blue", icon: <HomeIcon />, text: "dataAccessInternal" },
  CONFIDENTIAL: {
    color: "orange",
    icon: <LockIcon />,
    text: "dataAccessConfidential",
  },
  RESTRICTED: { color: "red", icon: <BanIcon />, text: "dataAccessRestricted" },
};

/** Colour, sign and word: any one of them is enough. */
export const SensitivityLabel = ({ sensitivity }: { sensitivity: string }) => {
  const { t } = useTranslation();
  const look = LOOKS[sensitivity];
  return look ? (
    <Label color={look.color} icon={look.icon} isCompact>
      {t(look.text)}
    </Label>
  ) : (
    <Label isCompact>{sensitivity}</Label>
  );
};
