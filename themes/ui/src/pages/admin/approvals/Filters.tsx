/* SPDX-License-Identifier: Apache-2.0 */
import { SearchInput, ToolbarItem } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useClassification } from "../../../queries/classification";
import { Choose } from "./Choose";
import { type ListState, SENSITIVITIES, SHOWS, SORTS } from "./listState";

type FiltersProps = { list: ListState; isApprover: boolean };

const Search = ({ list }: { list: ListState }) => {
  const { t } = useTranslation();
  const [text, setText] = useState(list.search);
  const [seen, setSeen] = useState(list.search);
  // Going back or clearing all filters changes it from outside.
  if (seen !== list.search) {
    setSeen(list.search);
    setText(list.search);
  }
  return (
    <ToolbarItem variant="search-filter">
      <SearchInput
        placeholder={t("dataAccessSearchRequests")}
        aria-label={t("search")}
        value={text}
        onChange={(_, value) => {
          setText(value);
        }}
        onSearch={() => {
          list.set("search", text.trim());
        }}
        onClear={() => {
          list.set("search", "");
          setText("");
        }}
      />
    </ToolbarItem>
  );
};

export const Filters = ({ list, isApprover }: FiltersProps) => {
  const { t } = useTranslation();
  // Only for convenience: without it the search finds applications too.
  const scopes = useClassification().data?.scopes ?? [];
  const clients = [
    ...new Set([
      ...scopes.flatMap((scope) =>
        scope.clients.map(({ clientId }) => clientId),
      ),
      ...(list.chosen.clientId ? [list.chosen.clientId] : []),
    ]),
  ].sort();
  const any = { value: "", text: t("dataAccessAny") };
  return (
    <>
      <Search list={list} />
      <Choose
        label={t("dataAccessShow")}
        value={list.show}
        options={SHOWS.filter((show) => isApprover || show !== "waiting").map(
          (show) => ({ value: show, text: t(`dataAccessShow.${show}`) }),
        )}
        onChoose={(show) => {
          list.set("show", show);
        }}
      />
      <Choose
        label={t("dataAccessSensitivity")}
        value={list.chosen.sensitivity ?? ""}
        options={[
          any,
          ...Object.entries(SENSITIVITIES).map(([value, name]) => ({
            value,
            text: t(name),
          })),
        ]}
        onChoose={(sensitivity) => {
          list.set("sensitivity", sensitivity);
        }}
      />
      {clients.length > 0 && (
        <Choose
          label={t("dataAccessApplication")}
          value={list.chosen.clientId ?? ""}
          options={[
            any,
            ...clients.map((client) => ({ value: client, text: client })),
          ]}
          onChoose={(clientId) => {
            list.set("clientId", clientId);
          }}
        />
      )}
      <Choose
        label={t("dataAccessSort")}
        value={list.sort}
        options={SORTS.map((sort) => ({
          value: sort,
          text: t(`dataAccessSort.${sort}`),
        }))}
        onChoose={(sort) => {
          list.set("sort", sort);
        }}
      />
    </>
  );
};
