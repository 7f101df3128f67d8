/* SPDX-License-Identifier: Apache-2.0 */
import {
  Button,
  EmptyState,
  EmptyStateBody,
  EmptyStateFooter,
  EmptyStateHeader,
  EmptyStateIcon,
} from "@patternfly/react-core";
import { ExclamationCircleIcon } from "@patternfly/react-icons";
import { useTranslation } from "react-i18next";
import { useErrorText } from "./text/useErrorText";

type LoadErrorProps = { error: Error; onRetry: () => void };

/** Instead of what could not be loaded; an empty list would be a lie. */
export const LoadError = ({ error, onRetry }: LoadErrorProps) => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  return (
    <EmptyState data-testid="load-error" variant="lg" role="alert">
      <EmptyStateHeader
        titleText={t("dataAccessLoadFailed")}
        headingLevel="h2"
        icon={
          <EmptyStateIcon
            icon={ExclamationCircleIcon}
            color="var(--pf-v5-global--danger-color--100)"
          />
        }
      />
      <EmptyStateBody>{errorText(error)}</EmptyStateBody>
      <EmptyStateFooter>
        <Button variant="primary" onClick={onRetry}>
          {t("dataAccessRetry")}
        </Button>
      </EmptyStateFooter>
    </EmptyState>
  );
};
