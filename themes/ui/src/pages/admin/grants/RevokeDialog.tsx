/* SPDX-License-Identifier: Apache-2.0 */
import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { applicationText } from "../../../components/text/applicationText";
import {
  AlertVariant,
  Form,
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  Text,
  TextArea,
  TextContent,
} from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ApiError, Challenge } from "../../../api/ApiError";
import type { Grant } from "../../../api/types";
import { AskedBy } from "../../../components/AskedBy";
import { ConfirmDialog } from "../../../components/ConfirmDialog";
import { dropDraft, keepDraft } from "../../../components/draft";
import { Loaded } from "../../../components/Loaded";
import { LoginNeeded } from "../../../components/login/LoginNeeded";
import { useWords } from "../../../components/text/useWords";
import { personText } from "../../../components/text/Person";
import { StepUpLogin } from "../../../components/login/StepUpLogin";
import { useRevocation } from "../../../queries/grants";
import { useRequest } from "../../../queries/requests";

/** Which grant is about to be revoked, and why. */
export type Revoking = { grant: Grant; reason: string };

/** Of this person: the next one at this tab does not get it. */
export const draftOf = (person: string) => `revocation.${person}`;

/** The server takes no more. */
const LONGEST_REASON = 2000;

type RevokeDialogProps = Revoking & {
  /** The id of who revokes. */
  person: string;
  onStepUp: (challenge: Challenge) => void;
  onClose: () => void;
};

export const RevokeDialog = ({
  grant,
  reason: kept,
  person,
  onStepUp,
  onClose,
}: RevokeDialogProps) => {
  const { t } = useTranslation();
  const { addAlert } = useAlerts();
  const labels = useWords();
  const [reason, setReason] = useState(kept);
  const revocation = useRevocation();
  const request = useRequest(grant.requestId);
  const challenge = revocation.error?.challenge;
  const words = {
    subject: personText(grant.subject),
    application: applicationText(grant),
    data: labels.data(grant),
  };

  const keep = (text: string) => {
    keepDraft(draftOf(person), { grant, reason: text });
  };
  const logIn = (needed: Challenge) => {
    keep(reason);
    onStepUp(needed);
  };
  const close = () => {
    dropDraft(draftOf(person));
    onClose();
  };
  const done = (text: string, variant: AlertVariant) => {
    addAlert(t(text, words), variant);
    close();
  };
  const onError = ({ code }: ApiError) => {
    if (code === "already_ended") {
      done("dataAccessEndedMeanwhile", AlertVariant.info);
    }
  };
  const revoke = () => {
    revocation.mutate(
      { id: grant.id, reason: reason.trim() },
      {
        onSuccess: () => {
          done("dataAccessRevoked", AlertVariant.success);
        },
        onError,
      },
    );
  };

  return (
    <ConfirmDialog
      title={t("dataAccessRevokeTitle")}
      confirm={t("dataAccessRevoke")}
      confirmVariant="danger"
      isDisabled={reason.trim() === ""}
      isPending={revocation.isPending}
      error={challenge ? undefined : revocation.error}
      isTyped={reason.trim() !== ""}
      onConfirm={revoke}
      onCancel={close}
    >
      {challenge && (
        <StepUpLogin
          challenge={challenge}
          onLogin={() => {
            logIn(challenge);
          }}
        />
      )}
      {!challenge && (
        <LoginNeeded
          logins={[{ login: grant.login, data: words.data }]}
          onLogin={logIn}
        />
      )}
      <TextContent className="pf-v5-u-mb-md">
        <Text>{t("dataAccessRevokeWhat", words)}</Text>
        <Loaded query={request}>
          {({ requester }) => (
            <Text>
              <AskedBy requester={requester} />
            </Text>
          )}
        </Loaded>
        <Text>
          {t("dataAccessRevokeEffect", {
            ...words,
            tokens: grant.maxTokenLifespan
              ? t("dataAccessTokensEnd", {
                  time: labels.period(grant.maxTokenLifespan),
                })
              : t("dataAccessTokensEndAnyTime"),
          })}
        </Text>
      </TextContent>
      <Form
        onSubmit={(event) => {
          event.preventDefault();
        }}
      >
        <FormGroup
          label={t("dataAccessRevokeReason")}
          fieldId="data-access-reason"
          isRequired
        >
          <TextArea
            id="data-access-reason"
            value={reason}
            isRequired
            aria-describedby="data-access-reason-help"
            maxLength={LONGEST_REASON}
            resizeOrientation="vertical"
            onChange={(_, text) => {
              setReason(text);
              keep(text);
            }}
          />
          <FormHelperText>
            <HelperText>
              <HelperTextItem id="data-access-reason-help">
                {t("dataAccessRevokeReasonHelp")}
              </HelperTextItem>
            </HelperText>
          </FormHelperText>
        </FormGroup>
      </Form>
    </ConfirmDialog>
  );
};
