/* SPDX-License-Identifier: Apache-2.0 */
import { useTranslation } from "react-i18next";
import { useClassification } from "../../../../queries/classification";
import { applicationText } from "../../../../components/text/applicationText";
import { ToolbarChoice } from "./ToolbarChoice";
import { type ListState, SENSITIVITIES, SHOWS, SORTS } from "./listState";

type FiltersProps = { list: ListState; isApprover: boolean };

/** Those that can be asked for by what rows call them, and the one that is filtered by; the search finds applications without, too. */
const useApplications = (filtered: string) => {
  const scopes = useClassification().data?.scopes ?? [];
  const texts = new Map(
    scopes.flatMap((scope) =>
      scope.clients.map((client) => [client.clientId, applicationText(client)]),
    ),
  );
  return [...new Set([...texts.keys(), filtered])]
    .filter(Boolean)
    .map((value) => ({ value, text: texts.get(value) ?? value }))
    .sort((a, b) => a.text.localeCompare(b.text));
};

export const Filters = ({ list, isApprover }: FiltersProps) => {
  const { t } = useTranslation();
  const { setFilter } = list.paging;
  const applications = useApplications(list.clientId);
  const any = { value: "", text: t("dataAccessAny") };
  return (
    <>
      <ToolbarChoice
        label={t("dataAccessShow")}
        value={list.show}
        options={SHOWS.filter((show) => isApprover || show !== "waiting").map(
          (show) => ({ value: show, text: t(`dataAccessShow.${show}`) }),
        )}
        onChoose={(show) => {
          setFilter("show", show);
        }}
      />
      <ToolbarChoice
        label={t("dataAccessSensitivity")}
        value={list.sensitivity}
        options={[
          any,
          ...Object.entries(SENSITIVITIES).map(([value, name]) => ({
            value,
            text: t(name),
          })),
        ]}
        onChoose={(sensitivity) => {
          setFilter("sensitivity", sensitivity);
        }}
      />
      {applications.length > 0 && (
        <ToolbarChoice
          label={t("dataAccessApplication")}
          value={list.clientId}
          options={[any, ...applications]}
          onChoose={(clientId) => {
            setFilter("clientId", clientId);
          }}
        />
      )}
      <ToolbarChoice
        label={t("dataAccessSort")}
        value={list.sort}
        options={SORTS.map((sort) => ({
          value: sort,
          text: t(`dataAccessSort.${sort}`),
        }))}
        onChoose={(sort) => {
          setFilter("sort", sort);
        }}
      />
    </>
  );
};
