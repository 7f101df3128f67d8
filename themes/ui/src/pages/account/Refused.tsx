/* SPDX-License-Identifier: Apache-2.0 */
import { Alert } from "@patternfly/react-core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { Offer } from "../../api/types";
import { refusalOf } from "../../queries/own";
import { TextLink } from "../../components/TextLink";
import { useProblem } from "./problem";

type RefusedProps = { error: Error; offer: Offer | undefined };

/** Why nothing was filed, and what to do: look at the request in the way, or ask whoever knows the data. */
export const Refused = ({ error, offer }: RefusedProps) => {
  const { t } = useTranslation();
  const problem = useProblem();
  const pending = offer?.pendingRequestId;
  // Where the button was pressed it may be out of sight.
  useEffect(() => {
    document.getElementById("refused")?.focus();
  }, [error]);
  return (
    <Alert
      id="refused"
      tabIndex={-1}
      isInline
      variant="danger"
      title={problem(error).message}
      actionLinks={
        refusalOf(error)?.code === "different_pending" &&
        pending && (
          <TextLink to={{ search: `?request=${pending}` }}>
            {t("dataAccessShowPending")}
          </TextLink>
        )
      }
    >
      {offer?.contact && t("dataAccessContactOf", { contact: offer.contact })}
    </Alert>
  );
};
