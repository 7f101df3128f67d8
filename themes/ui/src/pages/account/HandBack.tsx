/* SPDX-License-Identifier: Apache-2.0 */
import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { AlertVariant } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Grant } from "../../api/types";
import { ConfirmDialog } from "../../components/ConfirmDialog";
import { refusalOf, useHandingBack } from "../../queries/own";
import type { Names } from "./names";
import { useProblem } from "./problem";

type HandBackProps = { grant: Grant; names: Names; onClose: () => void };

export const HandBack = ({ grant, names, onClose }: HandBackProps) => {
  const { t } = useTranslation();
  const { addAlert } = useAlerts();
  const problem = useProblem();
  const handingBack = useHandingBack();
  const access = {
    application: names.application(grant.clientId),
    data: names.data(grant.categories),
  };
  const confirm = () => {
    handingBack.mutate(grant.id, {
      onSuccess: () => {
        addAlert(t("dataAccessHandedBack"));
        onClose();
      },
      onError: (error) => {
        if (refusalOf(error)?.code === "already_ended") {
          addAlert(problem(error).message, AlertVariant.info);
          onClose();
        }
      },
    });
  };
  return (
    <ConfirmDialog
      title={t("dataAccessHandBackTitle")}
      confirm={t("dataAccessHandBack")}
      confirmVariant="danger"
      isPending={handingBack.isPending}
      error={handingBack.error && problem(handingBack.error)}
      onConfirm={confirm}
      onCancel={onClose}
    >
      {t("dataAccessHandBackText", access)}
    </ConfirmDialog>
  );
};
