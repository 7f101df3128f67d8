/* SPDX-License-Identifier: Apache-2.0 */
import {
  ActionGroup,
  Alert,
  Button,
  Form,
  PageSection,
  Text,
  TextContent,
} from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { GuardedScope } from "../../../../api/classification";
import { useErrorText } from "../../../../components/text/useErrorText";
import { useDecision } from "../../../../queries/decisions";
import { ChoiceField } from "./ChoiceField";
import { DecisionPanel } from "./DecisionPanel";
import { Username } from "./Username";

/** The server names what it does not know; which field that is. */
const FIELD_OF: Partial<Record<string, string>> = {
  unknown_subject: "subject",
  unknown_client: "clientId",
  unknown_scope: "scope",
};

const NOTHING = { subject: "", clientId: "", scope: "" };

/** Asks for the decision about a person, an application and a guarded scope as it would fall now; changes nothing. */
export const TryIt = ({ scopes }: { scopes: GuardedScope[] }) => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [attempt, setAttempt] = useState(NOTHING);
  const decision = useDecision();
  const { subject, clientId, scope } = attempt;
  const clients = scopes.flatMap((guarded) =>
    guarded.clients.map((assigned) => assigned.clientId),
  );
  const offered = scopes
    .filter((guarded) =>
      guarded.clients.some((assigned) => assigned.clientId === clientId),
    )
    .map(({ name }) => name);

  /** What was decided about something else must not stand beside what is asked now. */
  const change = (changes: Partial<typeof NOTHING>) => {
    decision.reset();
    setAttempt({ ...attempt, ...changes });
  };
  const field = FIELD_OF[decision.error?.code ?? ""];
  const errorOf = (name: string) =>
    field === name ? t(`dataAccessUnknown.${name}`) : undefined;

  return (
    <PageSection variant="light">
      <TextContent className="pf-v5-u-mb-lg">
        <Text>{t("dataAccessTryItExplain")}</Text>
      </TextContent>
      <Form
        isHorizontal
        aria-label={t("dataAccessTryIt")}
        onSubmit={(event) => {
          event.preventDefault();
          decision.mutate({ ...attempt, subject: subject.trim() });
        }}
      >
        <Username
          value={subject}
          error={errorOf("subject")}
          onChange={(value) => {
            change({ subject: value });
          }}
        />
        <ChoiceField
          id="data-access-client"
          label={t("dataAccessApplication")}
          placeholder={t("dataAccessChooseApplication")}
          options={[...new Set(clients)].sort()}
          value={clientId}
          error={errorOf("clientId")}
          onChange={(value) => {
            change({ clientId: value, scope: "" });
          }}
        />
        <ChoiceField
          id="data-access-scope"
          label={t("dataAccessScope")}
          placeholder={t("dataAccessChooseScope")}
          options={offered}
          value={scope}
          error={errorOf("scope")}
          isDisabled={clientId === ""}
          onChange={(value) => {
            change({ scope: value });
          }}
        />
        <ActionGroup>
          <Button
            type="submit"
            isDisabled={
              subject.trim() === "" || scope === "" || decision.isPending
            }
            isLoading={decision.isPending}
          >
            {t("dataAccessTryItAction")}
          </Button>
        </ActionGroup>
      </Form>
      <div aria-live="polite" className="pf-v5-u-mt-lg">
        {decision.error && !field && (
          <Alert
            component="p"
            variant="danger"
            isInline
            title={t("dataAccessTryItFailed")}
          >
            {errorText(decision.error)}
          </Alert>
        )}
        {decision.data && (
          <DecisionPanel
            decision={decision.data}
            attempt={decision.variables}
          />
        )}
      </div>
    </PageSection>
  );
};
