/* SPDX-License-Identifier: Apache-2.0 */
import { Alert, Button, Modal, ModalVariant } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Challenge } from "../../../api/ApiError";
import { type Cast, isPostponed } from "../../../queries/votes";
import { UnreachableLevel } from "../../../components/login/UnreachableLevel";
import { Outcomes } from "./Outcomes";
import { useSentences } from "./useSentences";

type ResultsProps = {
  casts: Cast[];
  /** They have logged in for this decision before. */
  again: boolean;
  onLogin: (challenge: Challenge) => void;
  onClose: () => void;
};

/** What the votes came to, and the way to a better login where one is wanted. */
export const Results = ({ casts, again, onLogin, onClose }: ResultsProps) => {
  const { t } = useTranslation();
  const sentences = useSentences();
  const asking = casts.find(({ outcome }) => outcome.kind === "login");
  const challenge =
    asking?.outcome.kind === "login" ? asking.outcome.challenge : undefined;
  const kept = casts.every(isPostponed)
    ? "dataAccessLoginKept"
    : "dataAccessLoginKeptRest";
  const unreachable = challenge?.unreachable;
  return (
    <Modal
      title={t(challenge ? "dataAccessLoginTitle" : "dataAccessOutcomeTitle")}
      isOpen
      variant={ModalVariant.medium}
      className="data-access-dialog"
      onClose={onClose}
      actions={
        challenge && unreachable === undefined
          ? [
              <Button
                key="login"
                onClick={() => {
                  onLogin(challenge);
                }}
              >
                {t("dataAccessLogin")}
              </Button>,
              <Button key="cancel" variant="link" onClick={onClose}>
                {t("cancel")}
              </Button>,
            ]
          : [
              <Button key="continue" onClick={onClose}>
                {t("dataAccessContinue")}
              </Button>,
            ]
      }
    >
      {unreachable !== undefined && <UnreachableLevel level={unreachable} />}
      {challenge && unreachable === undefined && (
        <Alert
          variant="info"
          isInline
          component="p"
          className="pf-v5-u-mb-md"
          title={sentences.login(
            challenge,
            casts.length > 1 ? asking?.request : undefined,
          )}
        >
          {t(again ? "dataAccessLoginAgain" : kept)}
        </Alert>
      )}
      {(casts.length > 1 || !challenge) && <Outcomes casts={casts} />}
    </Modal>
  );
};
