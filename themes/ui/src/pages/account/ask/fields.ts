/* SPDX-License-Identifier: Apache-2.0 */
import type { Offer } from "../../../api/types";
import type { Draft } from "./draft";
import type { Field } from "../problem";

export type FieldsProps = {
  draft: Draft;
  /** What is asked for, once that is chosen. */
  offer: Offer | undefined;
  /** What is wrong with a field. */
  text: (field: Field) => string | undefined;
  onChange: (part: Partial<Draft>) => void;
};
