/* SPDX-License-Identifier: Apache-2.0 */
import { Alert, AlertActionCloseButton } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useClockAhead } from "./clock";
import { roughly } from "../text/timeWords";

/** It is said once: whoever closed it is not told on every page. */
let isTold = false;

/** Where the computer's clock is wrong, what that means for the times on the page. */
export const ClockNotice = () => {
  const { t, i18n } = useTranslation();
  const ahead = useClockAhead();
  const [isClosed, setClosed] = useState(isTold);
  return (
    ahead !== 0 &&
    !isClosed && (
      <Alert
        isInline
        component="p"
        variant="warning"
        title={t(ahead > 0 ? "dataAccessClockAhead" : "dataAccessClockBehind", {
          by: roughly(Math.abs(ahead), i18n.language),
        })}
        actionClose={
          <AlertActionCloseButton
            onClose={() => {
              isTold = true;
              setClosed(true);
            }}
          />
        }
      >
        {t("dataAccessClockHelp")}
      </Alert>
    )
  );
};
