/* SPDX-License-Identifier: Apache-2.0 */
import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { AlertVariant, Button, Flex, FlexItem } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AccessRequest } from "../../../api/types";
import { useNow } from "../../../components/login/clock";
import { period } from "../../../components/text/timeWords";
import { refusalOf, useReminding } from "../../../queries/own";
import { CancelRequest } from "./CancelRequest";
import { remaining } from "../ask/durations";
import type { Names } from "../names";
import { useProblem } from "../problem";

type PendingActionsProps = { request: AccessRequest; names: Names };

/** Only what is known is said: whether a mail goes at all, and when. */
const remindedText = (recipients?: number, mailBy?: string | null): string => {
  if (recipients === undefined) {
    return "dataAccessReminded";
  }
  if (recipients === 0) {
    return "dataAccessRemindedNobody";
  }
  return mailBy ? "dataAccessRemindedLater" : "dataAccessRemindedNow";
};

export const PendingActions = ({ request, names }: PendingActionsProps) => {
  const { t, i18n } = useTranslation();
  const { addAlert } = useAlerts();
  const problem = useProblem();
  const reminding = useReminding();
  const [cancelling, setCancelling] = useState(false);
  const now = useNow();
  const { id, remindableAt } = request;
  const wait = remindableAt && remaining(remindableAt, now);
  const hint = `remind-${id}`;
  const remind = () => {
    reminding.mutate(id, {
      onSuccess: ({ recipients, mailBy }) => {
        addAlert(
          t(remindedText(recipients, mailBy), {
            count: recipients,
            date: mailBy && names.moment(mailBy),
          }),
          recipients === 0 ? AlertVariant.warning : AlertVariant.success,
        );
      },
      onError: (error) => {
        const isLate = refusalOf(error)?.code === "not_pending";
        addAlert(
          problem(error).message,
          isLate ? AlertVariant.info : AlertVariant.warning,
        );
      },
    });
  };
  return (
    <Flex
      direction={{ default: "column" }}
      spaceItems={{ default: "spaceItemsSm" }}
    >
      <FlexItem>
        <Button
          variant="secondary"
          className="pf-v5-u-text-wrap"
          isDisabled={!!wait || reminding.isPending}
          isLoading={reminding.isPending}
          aria-describedby={wait ? hint : undefined}
          onClick={remind}
        >
          {t("dataAccessRemind")}
        </Button>
        {wait && (
          <div id={hint} className="pf-v5-u-color-200 pf-v5-u-font-size-sm">
            {t("dataAccessRemindLater", { time: period(wait, i18n.language) })}
          </div>
        )}
      </FlexItem>
      <FlexItem>
        <Button
          variant="link"
          isInline
          onClick={() => {
            setCancelling(true);
          }}
        >
          {t("dataAccessCancel")}
        </Button>
      </FlexItem>
      {cancelling && (
        <CancelRequest
          request={request}
          names={names}
          onClose={() => {
            setCancelling(false);
          }}
        />
      )}
    </Flex>
  );
};
