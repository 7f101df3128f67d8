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
import type { Bundle } from "../../../../api/bundles";
import { personText } from "../../../../components/text/Person";
import { BundleRow } from "./BundleRow";
import { decidable } from "./bundle";
import { ItemTable } from "./ItemTable";
import { Tick } from "./Tick";

type BundleTableProps = {
  bundles: Bundle[];
  /** Keys of the selected ones; nothing can be selected without it, or where none is to be decided. */
  selected?: ReadonlySet<string>;
  onSelect: (keys: ReadonlySet<string>) => void;
};

/** With how much of the width each gets, in percent. */
const COLUMNS: [string, ThProps["width"]][] = [
  ["dataAccessSubject", 20],
  ["dataAccessData", 20],
  ["dataAccessApplicationPurpose", 15],
  ["dataAccessDuration", 10],
  ["dataAccessAsked", 15],
  ["dataAccessStatus", 20],
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
  const ticked = selectable.length > 0 ? selected : undefined;
  return (
    <Table variant="compact" aria-label={t("dataAccessApprovals")}>
      <Thead>
        <Tr>
          {hasBundles && <Th screenReaderText={t("expandRow")} />}
          {ticked && (
            <Th className="pf-v5-c-table__check">
              <Tick
                id="all"
                name={t("dataAccessSelectAll")}
                isChecked={selectable.every((key) => ticked.has(key))}
                isDisabled={false}
                onChange={(isIn) => {
                  onSelect(new Set(isIn ? selectable : []));
                }}
              />
            </Th>
          )}
          {COLUMNS.map(([column, width]) => (
            <Th key={column} width={width} modifier="wrap">
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
              {ticked && (
                <Td className="pf-v5-c-table__check">
                  <Tick
                    id={key}
                    name={t("dataAccessSelectOf", {
                      subject: requests[0] && personText(requests[0].subject),
                    })}
                    isChecked={ticked.has(key)}
                    isDisabled={!selectable.includes(key)}
                    onChange={(isIn) => {
                      onSelect(toggled(ticked, key, isIn));
                    }}
                  />
                </Td>
              )}
              <BundleRow bundle={bundle} />
            </Tr>
            {requests.length > 1 && (
              <Tr isExpanded={isExpanded}>
                <Td />
                <Td colSpan={COLUMNS.length + (ticked ? 1 : 0)}>
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
