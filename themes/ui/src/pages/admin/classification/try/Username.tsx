/* SPDX-License-Identifier: Apache-2.0 */
import { FormErrorText } from "@keycloak/keycloak-ui-shared";
import { FormGroup, TextInput } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";

const ID = "data-access-username";

type UsernameProps = {
  value: string;
  error?: string;
  onChange: (value: string) => void;
};

export const Username = ({ value, error, onChange }: UsernameProps) => {
  const { t } = useTranslation();
  return (
    <FormGroup label={t("username")} fieldId={ID} isRequired>
      <TextInput
        id={ID}
        value={value}
        isRequired
        autoComplete="off"
        spellCheck={false}
        validated={error ? "error" : "default"}
        onChange={(_, text) => {
          onChange(text);
        }}
      />
      {error && <FormErrorText message={error} />}
    </FormGroup>
  );
};
