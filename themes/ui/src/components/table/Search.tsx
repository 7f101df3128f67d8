/* SPDX-License-Identifier: Apache-2.0 */
import { SearchInput } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

type SearchProps = {
  value: string;
  placeholder: string;
  onSearch: (text: string) => void;
};

/** As in Keycloak's lists, whose own forgets on the next visit what was searched for. */
export const Search = ({ value, placeholder, onSearch }: SearchProps) => {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const search = (wanted: string) => {
    setText(wanted.trim());
    onSearch(wanted.trim());
  };
  return (
    <SearchInput
      data-testid="table-search-input"
      placeholder={placeholder}
      aria-label={t("search")}
      value={text}
      onChange={(_, typed) => {
        setText(typed);
      }}
      onSearch={() => {
        search(text);
      }}
      onClear={() => {
        search("");
      }}
    />
  );
};
