/* SPDX-License-Identifier: Apache-2.0 */
import { FormErrorText } from "@keycloak/keycloak-ui-shared";
import {
  FormGroup,
  MenuToggle,
  Select,
  SelectList,
  SelectOption,
} from "@patternfly/react-core";
import { useState } from "react";

type ChoiceFieldProps = {
  id: string;
  label: string;
  placeholder: string;
  options: string[];
  /** Nothing chosen yet when empty. */
  value: string;
  error?: string;
  isDisabled?: boolean;
  onChange: (value: string) => void;
};

/** One of several, looking like Keycloak's own, whose toggle however has no name for those who do not see it. */
export const ChoiceField = ({
  id,
  label,
  placeholder,
  options,
  value,
  error,
  isDisabled,
  onChange,
}: ChoiceFieldProps) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <FormGroup label={label} fieldId={id} isRequired>
      <Select
        isOpen={isOpen}
        onOpenChange={setOpen}
        selected={value}
        isScrollable
        onSelect={(_, chosen) => {
          onChange(String(chosen));
          setOpen(false);
        }}
        toggle={(ref) => (
          <MenuToggle
            id={id}
            ref={ref}
            isFullWidth
            isExpanded={isOpen}
            isDisabled={isDisabled}
            aria-label={`${label}: ${value || placeholder}`}
            onClick={() => {
              setOpen(!isOpen);
            }}
          >
            {value || placeholder}
          </MenuToggle>
        )}
      >
        <SelectList aria-label={label}>
          {options.map((option) => (
            <SelectOption key={option} value={option}>
              {option}
            </SelectOption>
          ))}
        </SelectList>
      </Select>
      {error && <FormErrorText message={error} />}
    </FormGroup>
  );
};
