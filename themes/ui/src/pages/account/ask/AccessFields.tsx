/* SPDX-License-Identifier: Apache-2.0 */
import { FormErrorText } from "@keycloak/keycloak-ui-shared";
import { FormGroup, Radio } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { ServiceAccount } from "../../../api/own";
import type { Offer } from "../../../api/types";
import { ChoiceField } from "./ChoiceField";
import type { FieldsProps } from "./fields";
import { useNames } from "../names";
import { OfferState } from "./OfferState";

type AccessFieldsProps = Omit<FieldsProps, "offer"> & {
  offers: Offer[];
  /** Whom one may ask for besides oneself. */
  accounts: ServiceAccount[];
};

/** No username is blank. */
const MYSELF = " ";

/** For whom, through which application, to which data. */
export const AccessFields = ({
  draft,
  offers,
  accounts,
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
  const choose = (subject: string) => {
    const account = accounts.find(({ username }) => username === subject);
    onChange({
      subject: account?.username ?? "",
      clientId: account?.clientId ?? "",
      scope: "",
      duration: "",
    });
  };
  return (
    <>
      {accounts.length > 0 ? (
        <ChoiceField
          field="subject"
          label={t("dataAccessFor")}
          placeholder=""
          options={[
            [MYSELF, t("dataAccessMyself")],
            ...accounts.map(({ username }): [string, string] => [
              username,
              username,
            ]),
          ]}
          value={draft.subject || MYSELF}
          error={text("subject")}
          onChoose={choose}
        />
      ) : (
        draft.subject && (
          <FormGroup label={t("dataAccessFor")}>{draft.subject}</FormGroup>
        )
      )}
      <ChoiceField
        field="clientId"
        label={t("dataAccessApplication")}
        placeholder={t("dataAccessChooseApplication")}
        options={applications}
        value={draft.clientId}
        error={text("clientId")}
        onChoose={(clientId) => {
          onChange({ clientId, scope: "", duration: "" });
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
