/* SPDX-License-Identifier: Apache-2.0 */

type TickProps = {
  id: string;
  /** For those who cannot see which row or column it stands in. */
  name: string;
  isChecked: boolean;
  isDisabled: boolean;
  onChange: (isChecked: boolean) => void;
};

/**
 * A box of a table, in the markup that PatternFly's tables have; those that they bring are named in English, by the number
 * of the row.
 */
export const Tick = ({
  id,
  name,
  isChecked,
  isDisabled,
  onChange,
}: TickProps) => (
  <label>
    <input
      type="checkbox"
      id={`data-access-select-${id}`}
      aria-label={name}
      checked={isChecked}
      disabled={isDisabled}
      onChange={({ target }) => {
        onChange(target.checked);
      }}
    />
  </label>
);
