/* SPDX-License-Identifier: Apache-2.0 */
import {
  Alert,
  Button,
  type ButtonProps,
  Modal,
  ModalVariant,
} from "@patternfly/react-core";
import { type ReactNode, useState } from "react";
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
  /** Something was typed that would be lost: then it is asked once more. */
  isTyped?: boolean;
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
  isTyped = false,
  onConfirm,
  onCancel,
}: ConfirmDialogProps) => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [isLeaving, setLeaving] = useState(false);
  const stay = () => {
    setLeaving(false);
  };
  const leave = isTyped
    ? () => {
        setLeaving(true);
      }
    : onCancel;
  return (
    <Modal
      title={title}
      isOpen
      // Escape once more takes back what escape did.
      onClose={isLeaving ? stay : leave}
      variant={ModalVariant.small}
      className="data-access-dialog"
      actions={
        isLeaving
          ? [
              <Button key="discard" variant="danger" onClick={onCancel}>
                {t("dataAccessDiscard")}
              </Button>,
              <Button key="stay" variant="link" onClick={stay} autoFocus>
                {t("dataAccessGoOnWriting")}
              </Button>,
            ]
          : [
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
                onClick={leave}
              >
                {t("cancel")}
              </Button>,
            ]
      }
    >
      {isLeaving && (
        <Alert
          variant="warning"
          isInline
          component="p"
          title={t("dataAccessDiscardQuestion")}
          className="pf-v5-u-mb-md"
        />
      )}
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
