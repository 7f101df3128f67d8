/* SPDX-License-Identifier: Apache-2.0 */
import {
  ExpandableRowContent,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
} from "@patternfly/react-table";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Bundle } from "../../../api/bundles";
import { BundleRow } from "./BundleRow";
import { decidable } from "./bundle";
import { ItemTable } from "./ItemTable";

type BundleTableProps = {
  bundles: Bundle[];
  /** Keys of the selected ones; without it nothing can be selected. */
  selected?: ReadonlySet<string>;
  onSelect: (keys: ReadonlySet<string>) => void;
};

const toggled = (keys: ReadonlySet<string>, key: string, isIn: boolean) => {
  const others = [...keys].filter((other) => other !== key);
  return new Set(isIn ? [...others, key] : others);
};

export const BundleTable = ({
  bundles,
  selected,
  onSelect,
}: BundleTableProps) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const hasBundles = bundles.some(({ requests }) => requests.length > 1);
  const columns = [
    "dataAccessSubject",
    "dataAccessData",
    "dataAccessApplication",
    "dataAccessPurpose",
    "dataAccessAsked",
    "dataAccessExpires",
    "dataAccessProgressTitle",
  ];
  return (
    <Table variant="compact" aria-label={t("dataAccessApprovals")}>
      <Thead>
        <Tr>
          {hasBundles && <Th screenReaderText={t("expandRow")} />}
          {selected && <Th screenReaderText={t("dataAccessSelect")} />}
          {columns.map((column) => (
            <Th key={column}>{t(column)}</Th>
          ))}
        </Tr>
      </Thead>
      {bundles.map((bundle, rowIndex) => {
        const { key, requests } = bundle;
        const isExpanded = open.has(key);
        return (
          <Tbody key={key} isExpanded={isExpanded}>
            <Tr>
              {hasBundles && (
                <Td
                  expand={
                    requests.length > 1
                      ? {
                          rowIndex,
                          isExpanded,
                          expandId: "data-access-bundle-",
                          onToggle: () => {
                            setOpen(toggled(open, key, !isExpanded));
                          },
                        }
                      : undefined
                  }
                />
              )}
              {selected && (
                <Td
                  select={{
                    rowIndex,
                    isSelected: selected.has(key),
                    isDisabled: decidable(requests).length === 0,
                    onSelect: (_, isSelected) => {
                      onSelect(toggled(selected, key, isSelected));
                    },
                  }}
                />
              )}
              <BundleRow bundle={bundle} />
            </Tr>
            {requests.length > 1 && (
              <Tr isExpanded={isExpanded}>
                <Td />
                <Td colSpan={columns.length + (selected ? 1 : 0)}>
                  <ExpandableRowContent>
                    <ItemTable requests={requests} />
                  </ExpandableRowContent>
                </Td>
              </Tr>
            )}
          </Tbody>
        );
      })}
    </Table>
  );
};
