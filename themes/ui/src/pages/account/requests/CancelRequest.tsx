/* SPDX-License-Identifier: Apache-2.0 */
import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { AlertVariant } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { AccessRequest } from "../../../api/types";
import { ConfirmDialog } from "../../../components/ConfirmDialog";
import { refusalOf, useCancelling } from "../../../queries/own";
import type { Names } from "../names";
import { useProblem } from "../problem";

type CancelRequestProps = {
  request: AccessRequest;
  names: Names;
  onClose: () => void;
};

export const CancelRequest = ({
  request,
  names,
  onClose,
}: CancelRequestProps) => {
  const { t } = useTranslation();
  const { addAlert } = useAlerts();
  const problem = useProblem();
  const cancelling = useCancelling();
  const given = request.progress.reduce((sum, each) => sum + each.given, 0);
  const confirm = () => {
    cancelling.mutate(request.id, {
      onSuccess: () => {
        addAlert(t("dataAccessCancelled"));
        onClose();
      },
      onError: (error) => {
        if (refusalOf(error)?.code === "not_pending") {
          addAlert(problem(error).message, AlertVariant.info);
          onClose();
        }
      },
    });
  };
  return (
    <ConfirmDialog
      title={t("dataAccessCancelTitle")}
      confirm={t("dataAccessCancel")}
      confirmVariant="danger"
      isPending={cancelling.isPending}
      error={cancelling.error && problem(cancelling.error)}
      onConfirm={confirm}
      onCancel={onClose}
    >
      {t("dataAccessCancelText", {
        application: names.application(request),
        data: names.data(request.categories),
      })}{" "}
      {given > 0 && t("dataAccessCancelLoses", { count: given, given })}
    </ConfirmDialog>
  );
};
