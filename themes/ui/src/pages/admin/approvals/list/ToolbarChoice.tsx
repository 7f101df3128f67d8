/* SPDX-License-Identifier: Apache-2.0 */
import {
  MenuToggle,
  Select,
  SelectList,
  SelectOption,
  ToolbarItem,
} from "@patternfly/react-core";
import { useState } from "react";

type ToolbarChoiceProps = {
  label: string;
  value: string;
  options: { value: string; text: string }[];
  onChoose: (value: string) => void;
};

/** One of several in a toolbar. Keycloak's own select hides from screen readers what is chosen. */
export const ToolbarChoice = ({
  label,
  value,
  options,
  onChoose,
}: ToolbarChoiceProps) => {
  const [open, setOpen] = useState(false);
  return (
    <ToolbarItem>
      <Select
        isOpen={open}
        selected={value}
        onOpenChange={setOpen}
        onSelect={(_, chosen) => {
          setOpen(false);
          onChoose(String(chosen));
        }}
        toggle={(ref) => (
          <MenuToggle
            ref={ref}
            isExpanded={open}
            onClick={() => {
              setOpen(!open);
            }}
          >
            {label}: {options.find((option) => option.value === value)?.text}
          </MenuToggle>
        )}
      >
        <SelectList aria-label={label}>
          {options.map((option) => (
            <SelectOption key={option.value} value={option.value}>
              {option.text}
            </SelectOption>
          ))}
        </SelectList>
      </Select>
    </ToolbarItem>
  );
};
