/* SPDX-License-Identifier: Apache-2.0 */
import {
  EmptyState,
  EmptyStateBody,
  EmptyStateHeader,
  EmptyStateIcon,
} from "@patternfly/react-core";
import { LockIcon } from "@patternfly/react-icons";
import { useTranslation } from "react-i18next";

/** Which rules stand in the way is for nobody outside them to know. */
export const NothingToAskFor = () => {
  const { t } = useTranslation();
  return (
    <EmptyState variant="lg">
      <EmptyStateHeader
        titleText={t("dataAccessNothingToAskFor")}
        headingLevel="h2"
        icon={<EmptyStateIcon icon={LockIcon} />}
      />
      <EmptyStateBody>
        {t("dataAccessNothingToAskForInstructions")}
      </EmptyStateBody>
    </EmptyState>
  );
};
