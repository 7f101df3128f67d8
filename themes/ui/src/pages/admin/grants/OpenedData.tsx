/* SPDX-License-Identifier: Apache-2.0 */
import { List, ListItem } from "@patternfly/react-core";
import type { Category } from "../../../api/types";
import { SensitivityLabel } from "../../../components/text/SensitivityLabel";

/** Which data is open to somebody, in the classification's words. */
export const OpenedData = ({ categories }: { categories: Category[] }) => (
  <List isPlain>
    {categories.map(({ key, label, sensitivity }) => (
      <ListItem key={key}>
        <span title={key}>{label || key}</span>{" "}
        <SensitivityLabel sensitivity={sensitivity} />
      </ListItem>
    ))}
  </List>
);
