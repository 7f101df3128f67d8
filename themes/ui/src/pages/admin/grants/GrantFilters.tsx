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

/** What one may look for, by the name it has in the address and in the REST API. */
export const FILTERS = ["subject", "clientId", "scope"] as const;

type FilterName = (typeof FILTERS)[number];

const TITLES: Record<FilterName, string> = {
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
      placeholder={t("dataAccessFilterBy", { what: t(TITLES[kind]) })}
      aria-label={t("dataAccessFilterBy", { what: t(TITLES[kind]) })}
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

type GrantFiltersProps = {
  filters: Partial<Record<FilterName, string>>;
  onChange: (name: FilterName, value: string) => void;
};

/** Exactly this subject, application or scope; each that is set is shown with a way to drop it. */
export const GrantFilters = ({ filters, onChange }: GrantFiltersProps) => {
  const { t } = useTranslation();
  const set = FILTERS.filter((name) => filters[name]);
  const [kind, setKind] = useState<FilterName>(set[0] ?? "subject");
  const value = filters[kind] ?? "";
  return (
    <>
      <ToolbarItem>
        <InputGroup className="data-access-filter">
          <Kind kind={kind} onChange={setKind} />
          <Term
            key={`${kind} ${value}`}
            kind={kind}
            value={value}
            onSearch={(text) => {
              onChange(kind, text);
            }}
          />
        </InputGroup>
      </ToolbarItem>
      {set.map((name) => (
        <ToolbarItem key={name} variant="chip-group">
          <ChipGroup
            categoryName={t(TITLES[name])}
            isClosable
            closeBtnAriaLabel={t("dataAccessDropFilter")}
            onClick={() => {
              onChange(name, "");
            }}
          >
            <Chip isReadOnly>{filters[name]}</Chip>
          </ChipGroup>
        </ToolbarItem>
      ))}
    </>
  );
};
