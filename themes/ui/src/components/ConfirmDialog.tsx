/* SPDX-License-Identifier: Apache-2.0 */
import {
  Alert,
  Button,
  type ButtonProps,
  Modal,
  ModalVariant,
} from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useErrorText } from "./text/useErrorText";

type ConfirmDialogProps = {
  title: string;
  children: ReactNode;
  confirm: string;
  confirmVariant?: ButtonProps["variant"];
  isDisabled?: boolean;
  isPending?: boolean;
  /** Why it did not work; the dialog stays open so that nothing typed is lost. */
  error?: Error | null;
  onConfirm: () => void;
  onCancel: () => void;
};

/** Keycloak's own closes before it knows whether the server agreed. */
export const ConfirmDialog = ({
  title,
  children,
  confirm,
  confirmVariant = "primary",
  isDisabled = false,
  isPending = false,
  error,
  onConfirm,
  onCancel,
}: ConfirmDialogProps) => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  return (
    <Modal
      title={title}
      isOpen
      onClose={onCancel}
      variant={ModalVariant.small}
      className="data-access-dialog"
      actions={[
        <Button
          key="confirm"
          data-testid="confirm"
          variant={confirmVariant}
          isDisabled={isDisabled || isPending}
          isLoading={isPending}
          onClick={onConfirm}
        >
          {confirm}
        </Button>,
        <Button
          key="cancel"
          data-testid="cancel"
          variant="link"
          onClick={onCancel}
        >
          {t("cancel")}
        </Button>,
      ]}
    >
      {error && (
        <Alert
          variant="danger"
          isInline
          component="p"
          title={errorText(error)}
          className="pf-v5-u-mb-md"
        />
      )}
      {children}
    </Modal>
  );
};
