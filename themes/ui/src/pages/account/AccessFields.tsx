/* SPDX-License-Identifier: Apache-2.0 */
import { FormErrorText } from "@keycloak/keycloak-ui-shared";
import { FormGroup, Radio } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Offer } from "../../api/types";
import { Choice } from "./Choice";
import type { FieldsProps } from "./fields";
import { useNames } from "./names";
import { OfferState } from "./OfferState";

type AccessFieldsProps = Omit<FieldsProps, "offer"> & { offers: Offer[] };

/** Through which application to which data. */
export const AccessFields = ({
  draft,
  offers,
  text,
  onChange,
}: AccessFieldsProps) => {
  const { t, i18n } = useTranslation();
  const names = useNames(offers);
  const applications = [
    ...new Map(offers.map((each) => [each.clientId, each.clientName])),
  ].sort(([, left], [, right]) => left.localeCompare(right, i18n.language));
  const scopes = offers.filter(({ clientId }) => clientId === draft.clientId);
  const error = text("scope");
  return (
    <>
      {draft.subject && (
        <FormGroup label={t("dataAccessFor")}>{draft.subject}</FormGroup>
      )}
      <Choice
        field="clientId"
        label={t("dataAccessApplication")}
        placeholder={t("dataAccessChooseApplication")}
        options={applications}
        value={draft.clientId}
        error={text("clientId")}
        onChoose={(clientId) => {
          onChange({ clientId, scope: "", duration: "", subject: "" });
        }}
      />
      {draft.clientId && (
        <FormGroup
          role="radiogroup"
          isStack
          label={t("dataAccessData")}
          fieldId="data"
          isRequired
        >
          {scopes.map((offer, index) => (
            <Radio
              key={offer.scope}
              id={index === 0 ? "scope" : `scope-${offer.scope}`}
              name="scope"
              label={names.data(offer.categories)}
              description={<OfferState offer={offer} names={names} />}
              isChecked={offer.scope === draft.scope}
              isDisabled={offer.state === "PENDING"}
              onChange={() => {
                onChange({ scope: offer.scope, duration: "" });
              }}
            />
          ))}
          {error && <FormErrorText message={error} />}
        </FormGroup>
      )}
    </>
  );
};
