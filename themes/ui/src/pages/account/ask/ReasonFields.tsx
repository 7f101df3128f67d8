/* SPDX-License-Identifier: Apache-2.0 */
import { FormErrorText } from "@keycloak/keycloak-ui-shared";
import {
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  TextArea,
  TextInput,
} from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { lengthOf, LONGEST, SHORTEST } from "./checks";
import { ChoiceField } from "./ChoiceField";
import type { FieldsProps } from "./fields";
import { useNames } from "../names";

/** What for, in words that others can decide about. */
export const ReasonFields = ({ draft, offer, text, onChange }: FieldsProps) => {
  const { t } = useTranslation();
  const names = useNames([]);
  const unjustified = text("justification");
  const noTicket = text("ticket");
  const hint =
    offer?.ticketHint && t("dataAccessTicketHint", { hint: offer.ticketHint });
  return (
    <>
      <ChoiceField
        field="purpose"
        label={t("dataAccessPurpose")}
        placeholder={t("dataAccessChoosePurpose")}
        options={(offer?.purposes ?? []).map((key) => [
          key,
          names.purpose(key),
        ])}
        value={draft.purpose}
        error={text("purpose")}
        onChoose={(purpose) => {
          onChange({ purpose });
        }}
      />
      <FormGroup
        label={t("dataAccessJustification")}
        fieldId="justification"
        isRequired
      >
        <TextArea
          id="justification"
          value={draft.justification}
          rows={5}
          resizeOrientation="vertical"
          isRequired
          validated={unjustified ? "error" : "default"}
          aria-describedby="justification-help justification-error"
          onChange={(_, justification) => {
            onChange({ justification });
          }}
        />
        <FormHelperText>
          <HelperText id="justification-help">
            <HelperTextItem>
              {t("dataAccessJustificationHelp", {
                length: lengthOf(draft.justification),
                shortest: SHORTEST,
                longest: LONGEST,
              })}
            </HelperTextItem>
          </HelperText>
        </FormHelperText>
        {unjustified && (
          <FormErrorText id="justification-error" message={unjustified} />
        )}
      </FormGroup>
      <FormGroup
        label={t(
          offer && !offer.ticketRequired
            ? "dataAccessTicketOptional"
            : "dataAccessTicket",
        )}
        fieldId="ticket"
        isRequired={offer?.ticketRequired}
      >
        <TextInput
          id="ticket"
          value={draft.ticket}
          isRequired={offer?.ticketRequired}
          validated={noTicket ? "error" : "default"}
          aria-describedby="ticket-help ticket-error"
          maxLength={255}
          onChange={(_, ticket) => {
            onChange({ ticket });
          }}
        />
        {hint && (
          <FormHelperText>
            <HelperText id="ticket-help">
              <HelperTextItem>{hint}</HelperTextItem>
            </HelperText>
          </FormHelperText>
        )}
        {noTicket && <FormErrorText id="ticket-error" message={noTicket} />}
      </FormGroup>
    </>
  );
};
