/* SPDX-License-Identifier: Apache-2.0 */
import { useTranslation } from "react-i18next";
import { groupName } from "../../components/text/groupName";
import type { Category, Grant, Offer, Progress } from "../../api/types";
import { MOMENT } from "../../components/text/timeWords";

type Scope = { clientId: string; scope: string };

export const isFor =
  (wanted: Scope) =>
  ({ clientId, scope }: Scope) =>
    clientId === wanted.clientId && scope === wanted.scope;

/** Names as people know them; what nobody named is shown as it is. */
export const useNames = (offers: Offer[]) => {
  const { t, i18n } = useTranslation();
  const list = new Intl.ListFormat(i18n.language);
  return {
    application: ({
      clientId,
      clientName,
    }: Pick<Grant, "clientId" | "clientName">) =>
      clientName ??
      offers.find((offer) => offer.clientId === clientId)?.clientName ??
      clientId,
    data: (categories: Category[]) =>
      list.format(categories.map(({ label, key }) => label || key)),
    purpose: (key: string) =>
      i18n.exists(`dataAccessPurpose.${key}`)
        ? t(`dataAccessPurpose.${key}`)
        : key,
    group: (path: string | null | undefined, seats: Progress[]) =>
      path ? groupName(path, seats) : "",
    moment: (at: string) =>
      new Date(at).toLocaleString(i18n.language, {
        ...MOMENT,
        month: "long",
      }),
  };
};

export type Names = ReturnType<typeof useNames>;
