/* SPDX-License-Identifier: Apache-2.0 */
import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { ActionGroup, Button, Form } from "@patternfly/react-core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router-dom";
import type { Offer } from "../../../api/types";
import {
  useFiling,
  useOffersFor,
  useServiceAccounts,
} from "../../../queries/own";
import { AccessFields } from "./AccessFields";
import { check } from "./checks";
import { type Draft, useDraft } from "./draft";
import { Refused } from "../Refused";
import { isFor } from "../names";
import { type Field, fieldOf, useProblem } from "../problem";
import { ReasonFields } from "./ReasonFields";
import { TermsFields } from "./TermsFields";

/** Names in the address; Keycloak's account console takes `scope` there for its own sign-in. */
const ASKED = {
  application: "clientId",
  data: "scope",
  purpose: "purpose",
  subject: "subject",
};

/** What the address asks for, as the button that extends an access does. */
const asked = (query: URLSearchParams): Partial<Draft> =>
  Object.fromEntries(
    Object.entries(ASKED).flatMap(([name, field]) => {
      const value = query.get(name);
      return value ? [[field, value]] : [];
    }),
  );

export const AskForm = ({ offers: own }: { offers: Offer[] }) => {
  const { t } = useTranslation();
  const { addAlert } = useAlerts();
  const navigate = useNavigate();
  const problem = useProblem();
  const filing = useFiling();
  const [query] = useSearchParams();
  const { draft, change, forget } = useDraft(asked(query));
  const [isChecked, setChecked] = useState(false);
  const accounts = useServiceAccounts().data ?? [];
  const account = accounts.find(({ username }) => username === draft.subject);
  const served = useOffersFor(account).data ?? [];
  const offers = account ? served : own;

  const only = new Set(offers.map((each) => each.clientId)).size === 1;
  const clientId = only ? (offers[0]?.clientId ?? "") : draft.clientId;
  const offer = offers.find(isFor({ clientId, scope: draft.scope }));
  const filled = {
    ...draft,
    clientId,
    duration: draft.duration || (offer?.defaultDuration ?? ""),
  };
  const errors = isChecked ? check(filled, offer) : {};
  const refusedField = filing.error ? fieldOf(filing.error) : undefined;
  const text = (field: Field) => {
    const missing = errors[field];
    if (missing) {
      return field === "ticket"
        ? [
            t(missing),
            offer?.ticketHint &&
              t("dataAccessTicketHint", { hint: offer.ticketHint }),
          ]
            .filter(Boolean)
            .join(" ")
        : t(missing);
    }
    return refusedField === field && filing.error
      ? problem(filing.error).message
      : undefined;
  };
  const type = (part: Partial<Draft>) => {
    filing.reset();
    change(part);
  };

  const file = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    const [first] = Object.keys(check(filled, offer));
    if (first) {
      document.getElementById(first)?.focus();
      return;
    }
    const { ticket, subject, ...rest } = filled;
    filing.mutate(
      {
        ...rest,
        ...(ticket.trim() && { ticket: ticket.trim() }),
        ...(subject && { subject }),
      },
      {
        onSuccess: ({ request, created }) => {
          forget();
          addAlert(t(created ? "dataAccessFiled" : "dataAccessFiledBefore"));
          void navigate({ search: `?request=${request.id}` });
        },
        onError: (error) => {
          document.getElementById(fieldOf(error) ?? "")?.focus();
        },
      },
    );
  };

  return (
    <Form isHorizontal noValidate onSubmit={file}>
      {filing.error && !refusedField && (
        <Refused error={filing.error} offer={offer} />
      )}
      <AccessFields
        draft={filled}
        offers={offers}
        accounts={accounts}
        text={text}
        onChange={type}
      />
      <ReasonFields draft={filled} offer={offer} text={text} onChange={type} />
      <TermsFields draft={filled} offer={offer} text={text} onChange={type} />
      <ActionGroup>
        <Button
          type="submit"
          isLoading={filing.isPending}
          isDisabled={filing.isPending}
        >
          {t("dataAccessFile")}
        </Button>
        <Button
          variant="link"
          onClick={() => {
            forget();
            void navigate({ search: "" });
          }}
        >
          {t("cancel")}
        </Button>
      </ActionGroup>
    </Form>
  );
};
