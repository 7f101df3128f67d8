/* SPDX-License-Identifier: Apache-2.0 */
import {
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  type ThProps,
  Tr,
} from "@patternfly/react-table";
import type { ReactNode } from "react";

export type Column<T> = {
  title: string;
  cell: (row: T) => ReactNode;
  /** For a column of buttons or a menu; its title is for those who cannot see them. */
  isAction?: boolean;
  /** Of the table, in percent; for what would break badly. */
  width?: ThProps["width"];
};

type RowsProps<T> = {
  rows: T[];
  columns: Column<T>[];
  rowKey: (row: T) => string;
  label: string;
};

/** A compact table as Keycloak's are. */
export const Rows = <T,>({ rows, columns, rowKey, label }: RowsProps<T>) => (
  <Table variant="compact" aria-label={label}>
    <Thead>
      <Tr>
        {columns.map(({ title, width, isAction }) =>
          isAction ? (
            <Th key={title} screenReaderText={title} />
          ) : (
            <Th key={title} modifier="wrap" width={width}>
              {title}
            </Th>
          ),
        )}
      </Tr>
    </Thead>
    <Tbody>
      {rows.map((row) => (
        <Tr key={rowKey(row)}>
          {columns.map(({ title, cell, isAction }) => (
            <Td
              key={title}
              dataLabel={isAction ? "" : title}
              isActionCell={isAction}
            >
              {cell(row)}
            </Td>
          ))}
        </Tr>
      ))}
    </Tbody>
  </Table>
);
