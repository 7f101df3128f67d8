/* SPDX-License-Identifier: Apache-2.0 */
import {
  ExpandableRowContent,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  type ThProps,
  Tr,
} from "@patternfly/react-table";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Bundle } from "../../../api/bundles";
import { personText } from "../../../components/Person";
import { BundleRow } from "./BundleRow";
import { decidable } from "./bundle";
import { ItemTable } from "./ItemTable";
import { Tick } from "./Tick";

type BundleTableProps = {
  bundles: Bundle[];
  /** Keys of the selected ones; without it nothing can be selected. */
  selected?: ReadonlySet<string>;
  onSelect: (keys: ReadonlySet<string>) => void;
};

/** With how much of the width each gets, in percent. */
const COLUMNS: [string, ThProps["width"]][] = [
  ["dataAccessSubject", 20],
  ["dataAccessData", 20],
  ["dataAccessApplicationPurpose", 20],
  ["dataAccessDuration", 10],
  ["dataAccessAsked", 15],
  ["dataAccessProgressTitle", 15],
];

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
  const selectable = bundles
    .filter(({ requests }) => decidable(requests).length > 0)
    .map(({ key }) => key);
  return (
    <Table variant="compact" aria-label={t("dataAccessApprovals")}>
      <Thead>
        <Tr>
          {hasBundles && <Th screenReaderText={t("expandRow")} />}
          {selected && (
            <Th>
              <Tick
                id="all"
                name={t("dataAccessSelectAll")}
                isChecked={
                  selectable.length > 0 &&
                  selectable.every((key) => selected.has(key))
                }
                isDisabled={selectable.length === 0}
                onChange={(isIn) => {
                  onSelect(new Set(isIn ? selectable : []));
                }}
              />
            </Th>
          )}
          {COLUMNS.map(([column, width]) => (
            <Th key={column} width={width} modifier="truncate">
              {t(column)}
            </Th>
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
                <Td className="pf-v5-c-table__check">
                  <Tick
                    id={key}
                    name={t("dataAccessSelectOf", {
                      subject: requests[0] && personText(requests[0].subject),
                    })}
                    isChecked={selected.has(key)}
                    isDisabled={!selectable.includes(key)}
                    onChange={(isIn) => {
                      onSelect(toggled(selected, key, isIn));
                    }}
                  />
                </Td>
              )}
              <BundleRow bundle={bundle} />
            </Tr>
            {requests.length > 1 && (
              <Tr isExpanded={isExpanded}>
                <Td />
                <Td colSpan={COLUMNS.length + (selected ? 1 : 0)}>
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
