/* SPDX-License-Identifier: Apache-2.0 */
import type { Category } from "../../../api/types";
import { SensitivityLabel } from "../../../components/text/SensitivityLabel";
import type { Names } from "../names";

type OpenedProps = { categories: Category[]; names: Names };

const ORDER = ["PUBLIC", "INTERNAL", "CONFIDENTIAL", "RESTRICTED"];

/** What data an access opens, and the highest of their sensitivities. */
export const Opened = ({ categories, names }: OpenedProps) => {
  const highest = categories
    .map(({ sensitivity }) => sensitivity)
    .reduce((left, right) =>
      ORDER.indexOf(right) > ORDER.indexOf(left) ? right : left,
    );
  return (
    <>
      <span className="pf-v5-u-mr-sm">{names.data(categories)}</span>
      <SensitivityLabel sensitivity={highest} />
    </>
  );
};
