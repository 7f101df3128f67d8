/* SPDX-License-Identifier: Apache-2.0 */
import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { AlertVariant, Checkbox } from "@patternfly/react-core";
import { useContext, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Grant } from "../../../api/types";
import { ConfirmDialog } from "../../../components/ConfirmDialog";
import { period } from "../../../components/text/timeWords";
import { refusalOf, useCancelling, useHandingBack } from "../../../queries/own";
import type { Names } from "../names";
import { useProblem } from "../problem";
import { Requester } from "../requester";

type HandBackProps = {
  grant: Grant;
  names: Names;
  /** Id of a request for more of the same, which handing back leaves alone. */
  pending: string | null | undefined;
  onClose: () => void;
};

export const HandBack = ({ grant, names, pending, onClose }: HandBackProps) => {
  const { t, i18n } = useTranslation();
  const { addAlert } = useAlerts();
  const problem = useProblem();
  const handingBack = useHandingBack();
  const cancelling = useCancelling();
  const [withdraws, setWithdraws] = useState(false);
  const isOneself = useContext(Requester) === grant.subject.id;
  const access = {
    application: names.application(grant),
    data: names.data(grant.categories),
  };
  // Promises, because the row, and this dialog with it, is gone as soon as the access is.
  const withdraw = async (request: string) => {
    try {
      await cancelling.mutateAsync(request);
      addAlert(t("dataAccessCancelled"));
    } catch (error) {
      addAlert(problem(error as Error).message, AlertVariant.warning);
    }
  };
  const handBack = async () => {
    try {
      await handingBack.mutateAsync(grant.id);
      addAlert(t("dataAccessHandedBack"));
    } catch (error) {
      if (refusalOf(error as Error)?.code !== "already_ended") {
        return;
      }
      addAlert(problem(error as Error).message, AlertVariant.info);
    }
    onClose();
    if (pending && withdraws) {
      await withdraw(pending);
    }
  };
  return (
    <ConfirmDialog
      title={t("dataAccessHandBackTitle")}
      confirm={t("dataAccessHandBack")}
      confirmVariant="danger"
      isPending={handingBack.isPending}
      error={handingBack.error && problem(handingBack.error)}
      onConfirm={() => void handBack()}
      onCancel={onClose}
    >
      {t(
        isOneself ? "dataAccessHandBackText" : "dataAccessHandBackText.other",
        {
          ...access,
          subject: grant.subject.username,
          tokens: grant.maxTokenLifespan
            ? t("dataAccessTokensEnd", {
                time: period(grant.maxTokenLifespan, i18n.language),
              })
            : t("dataAccessTokensEndAnyTime"),
        },
      )}
      {pending && (
        <Checkbox
          id="withdraw-too"
          className="pf-v5-u-mt-md"
          label={t("dataAccessHandBackWithdraw")}
          isChecked={withdraws}
          onChange={(_, checked) => {
            setWithdraws(checked);
          }}
        />
      )}
    </ConfirmDialog>
  );
};
