/* SPDX-License-Identifier: Apache-2.0 */
import { Checkbox, FormGroup } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { period } from "../../../components/text/timeWords";
import { ChoiceField } from "./ChoiceField";
import { choices, readable } from "./durations";
import type { FieldsProps } from "./fields";
import { useNames } from "../names";
import { Extension } from "../requests/Extension";

/** How long and how soon, and who can tell more. */
export const TermsFields = ({ draft, offer, text, onChange }: FieldsProps) => {
  const { t, i18n } = useTranslation();
  const names = useNames([]);
  if (!offer) {
    return null;
  }
  const durations = choices(offer.maxDuration, offer.defaultDuration);
  return (
    <>
      <ChoiceField
        field="duration"
        label={t("dataAccessDuration")}
        placeholder=""
        options={durations.map((each) => [each, period(each, i18n.language)])}
        value={readable(draft.duration)}
        error={text("duration")}
        onChoose={(duration) => {
          onChange({ duration });
        }}
      />
      {offer.state === "GRANTED" && offer.until && (
        <FormGroup role="status">
          <Extension
            until={offer.until}
            duration={draft.duration}
            names={names}
          />
        </FormGroup>
      )}
      <FormGroup>
        <Checkbox
          id="urgent"
          label={t("dataAccessUrgent")}
          description={t("dataAccessUrgentHelp")}
          isChecked={draft.urgent}
          onChange={(_, urgent) => {
            onChange({ urgent });
          }}
        />
      </FormGroup>
      {offer.contact && (
        <FormGroup label={t("dataAccessContact")}>
          <div className="pf-v5-u-pt-sm">{offer.contact}</div>
        </FormGroup>
      )}
    </>
  );
};
