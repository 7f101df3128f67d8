/* SPDX-License-Identifier: Apache-2.0 */
import { FormErrorText } from "@keycloak/keycloak-ui-shared";
import {
  FormGroup,
  MenuToggle,
  MenuToggleStatus,
  Select,
  SelectList,
  SelectOption,
} from "@patternfly/react-core";
import { useState } from "react";
import type { Field } from "../problem";

type ChoiceFieldProps = {
  field: Field;
  label: string;
  placeholder: string;
  /** Values and how they read. */
  options: [string, string][];
  value: string;
  error: string | undefined;
  onChoose: (value: string) => void;
};

/** Looks like the choices in Keycloak's forms, without their form library. */
export const ChoiceField = ({
  field,
  label,
  placeholder,
  options,
  value,
  error,
  onChoose,
}: ChoiceFieldProps) => {
  const [isOpen, setOpen] = useState(false);
  const chosen = options.find(([each]) => each === value)?.[1];
  return (
    <FormGroup label={label} fieldId={field} isRequired>
      <Select
        isOpen={isOpen}
        isScrollable
        selected={value}
        onOpenChange={setOpen}
        onSelect={(_, each) => {
          onChoose(String(each));
          setOpen(false);
        }}
        toggle={(ref) => (
          <MenuToggle
            id={field}
            ref={ref}
            isFullWidth
            isExpanded={isOpen}
            aria-label={`${label}: ${chosen ?? placeholder}`}
            aria-describedby={error && `${field}-error`}
            status={error ? MenuToggleStatus.danger : undefined}
            onClick={() => {
              setOpen(!isOpen);
            }}
          >
            {chosen ?? placeholder}
          </MenuToggle>
        )}
      >
        <SelectList aria-label={label}>
          {options.map(([each, text]) => (
            <SelectOption key={each} value={each}>
              {text}
            </SelectOption>
          ))}
        </SelectList>
      </Select>
      {error && <FormErrorText id={`${field}-error`} message={error} />}
    </FormGroup>
  );
};
