/* SPDX-License-Identifier: Apache-2.0 */
import {
  Chip,
  ChipGroup,
  Dropdown,
  DropdownItem,
  DropdownList,
  InputGroup,
  MenuToggle,
  SearchInput,
  ToolbarItem,
} from "@patternfly/react-core";
import { FilterIcon } from "@patternfly/react-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type FilterName, FILTERS, type GrantSearch } from "./useGrantSearch";

const TITLES: Record<FilterName, string> = {
  search: "dataAccessAnywhere",
  subject: "dataAccessSubject",
  clientId: "dataAccessApplication",
  scope: "dataAccessScope",
};

type KindProps = { kind: FilterName; onChange: (kind: FilterName) => void };

const Kind = ({ kind, onChange }: KindProps) => {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <Dropdown
      isOpen={isOpen}
      onOpenChange={setOpen}
      onSelect={() => {
        setOpen(false);
      }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          icon={<FilterIcon />}
          isExpanded={isOpen}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          {t(TITLES[kind])}
        </MenuToggle>
      )}
    >
      <DropdownList>
        {FILTERS.map((name) => (
          <DropdownItem
            key={name}
            onClick={() => {
              onChange(name);
            }}
          >
            {t(TITLES[name])}
          </DropdownItem>
        ))}
      </DropdownList>
    </Dropdown>
  );
};

type TermProps = {
  kind: FilterName;
  value: string;
  onSearch: (value: string) => void;
};

const Term = ({ kind, value, onSearch }: TermProps) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  return (
    <SearchInput
      value={typed}
      placeholder={t("dataAccessSearchBy", { what: t(TITLES[kind]) })}
      aria-label={t("search")}
      onChange={(_, text) => {
        setTyped(text);
      }}
      onSearch={() => {
        onSearch(typed.trim());
      }}
      onClear={() => {
        setTyped("");
        onSearch("");
      }}
    />
  );
};

/** One thing to look for after another, each shown with a way to drop it. */
export const GrantFilters = ({ search }: { search: GrantSearch }) => {
  const { t } = useTranslation();
  const { filters, setFilter } = search;
  const [kind, setKind] = useState<FilterName>(
    FILTERS.find((name) => filters[name]) ?? "search",
  );
  const value = filters[kind] ?? "";
  return (
    <>
      <ToolbarItem>
        <InputGroup>
          <Kind kind={kind} onChange={setKind} />
          <Term
            key={`${kind} ${value}`}
            kind={kind}
            value={value}
            onSearch={(text) => {
              setFilter(kind, text);
            }}
          />
        </InputGroup>
      </ToolbarItem>
      {FILTERS.filter((name) => filters[name]).map((name) => (
        <ToolbarItem key={name} variant="chip-group">
          <ChipGroup
            categoryName={t(TITLES[name])}
            isClosable
            closeBtnAriaLabel={t("dataAccessDropFilter", {
              what: t(TITLES[name]),
            })}
            onClick={() => {
              setFilter(name, "");
            }}
          >
            <Chip isReadOnly>{filters[name]}</Chip>
          </ChipGroup>
        </ToolbarItem>
      ))}
    </>
  );
};
