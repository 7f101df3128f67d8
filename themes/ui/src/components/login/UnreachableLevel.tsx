/* SPDX-License-Identifier: Apache-2.0 */
import { Alert } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";

/** No login gets there, so none is offered: it would lead back here, again and again. */
export const UnreachableLevel = ({ level }: { level: string }) => {
  const { t } = useTranslation();
  return (
    <Alert
      variant="warning"
      isInline
      component="p"
      className="pf-v5-u-mb-md"
      title={t("dataAccessLoginUnreachable", { level })}
    >
      {t("dataAccessLoginUnreachableHelp")}
    </Alert>
  );
};
