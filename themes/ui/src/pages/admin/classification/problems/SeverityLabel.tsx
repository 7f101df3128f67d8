/* SPDX-License-Identifier: Apache-2.0 */
import { Label } from "@patternfly/react-core";
import {
  ExclamationCircleIcon,
  ExclamationTriangleIcon,
} from "@patternfly/react-icons";
import { useTranslation } from "react-i18next";

/** How bad a problem is, in colour, sign and word. */
export const SeverityLabel = ({ severity }: { severity: string }) => {
  const { t } = useTranslation();
  return severity === "ERROR" ? (
    <Label color="red" icon={<ExclamationCircleIcon />} isCompact>
      {t("dataAccessError")}
    </Label>
  ) : (
    <Label color="orange" icon={<ExclamationTriangleIcon />} isCompact>
      {t("dataAccessWarning")}
    </Label>
  );
};
