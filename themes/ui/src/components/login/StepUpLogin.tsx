/* SPDX-License-Identifier: Apache-2.0 */
import { Alert, Button } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Challenge } from "../../api/ApiError";
import { durationOf, period } from "../text/timeWords";
import { UnreachableLevel } from "./UnreachableLevel";

type StepUpLoginProps = { challenge: Challenge; onLogin: () => void };

/** The server wants a newer or stronger login before it takes a decision (RFC 9470). */
export const StepUpLogin = ({ challenge, onLogin }: StepUpLoginProps) => {
  const { t, i18n } = useTranslation();
  const { maxAge, unreachable } = challenge;
  if (unreachable !== undefined) {
    return <UnreachableLevel level={unreachable} />;
  }
  return (
    <Alert
      variant="info"
      isInline
      component="p"
      title={t("dataAccessStepUp")}
      className="pf-v5-u-mb-md"
      actionLinks={
        <Button variant="secondary" size="sm" onClick={onLogin}>
          {t("dataAccessStepUpLogin")}
        </Button>
      }
    >
      {maxAge
        ? t("dataAccessStepUpAge", {
            age: period(durationOf(Number(maxAge)), i18n.language),
          })
        : t("dataAccessStepUpStronger")}{" "}
      {t("dataAccessStepUpKept")}
    </Alert>
  );
};
