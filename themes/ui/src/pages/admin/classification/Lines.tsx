/* SPDX-License-Identifier: Apache-2.0 */
import { List, ListItem } from "@patternfly/react-core";

/** One text below the other; a dash when there is none. */
export const Lines = ({ of }: { of: string[] }) =>
  of.length === 0 ? (
    "—"
  ) : (
    <List isPlain>
      {of.map((line) => (
        <ListItem key={line}>{line}</ListItem>
      ))}
    </List>
  );
