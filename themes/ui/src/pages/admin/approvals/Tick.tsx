/* SPDX-License-Identifier: Apache-2.0 */
import { Checkbox } from "@patternfly/react-core";

type TickProps = {
  id: string;
  /** For those who cannot see which row or column it stands in. */
  name: string;
  isChecked: boolean;
  isDisabled: boolean;
  onChange: (isChecked: boolean) => void;
};

/** A box of a table; those that PatternFly's tables bring are named in English, by the number of the row. */
export const Tick = ({ id, name, onChange, ...state }: TickProps) => (
  <Checkbox
    {...state}
    id={`data-access-select-${id}`}
    label={<span className="pf-v5-u-screen-reader">{name}</span>}
    onChange={(_, isChecked) => {
      onChange(isChecked);
    }}
  />
);
