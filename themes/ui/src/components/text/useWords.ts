/* SPDX-License-Identifier: Apache-2.0 */
import { useTranslation } from "react-i18next";
import type { AccessRequest } from "../../api/types";
import { groupName } from "./groupName";
import { MOMENT, period } from "./timeWords";

/** "legal_entity" and "legal-request" as somebody would write them. */
const readable = (key: string) => {
  const words = key.replace(/[-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const isToday = (at: string) =>
  new Date(at).toDateString() === new Date().toDateString();

/** What the server writes as the reason of an end. */
const ENDS_OF_SERVER = [
  "handed back",
  "user deleted",
  "client deleted",
  "scope deleted",
  "realm deleted",
  "reclassified",
];

/** Names of what an operator may name freely: from the texts, which a realm can add to, else made readable. */
export const useWords = () => {
  const { t, i18n } = useTranslation();
  const regions = new Intl.DisplayNames([i18n.language], { type: "region" });
  return {
    purpose: (key: string | null | undefined) =>
      key ? t(`dataAccessPurpose.${key}`, { defaultValue: readable(key) }) : "",
    attribute: (name: string) =>
      t(`dataAccessAttribute.${name}`, { defaultValue: readable(name) }),
    value: (name: string, value: string) =>
      name === "country" && /^[A-Z]{2}$/.test(value)
        ? (regions.of(value) ?? value)
        : value,
    /** What the access opens: labels, for one request or several. */
    data: ({ categories }: Pick<AccessRequest, "categories">) =>
      new Intl.ListFormat(i18n.language).format(
        categories.map(({ label, key }) => label || key),
      ),
    /** Of which groups how many approvals are missing; nothing when none is. */
    missing: (request: AccessRequest) =>
      new Intl.ListFormat(i18n.language).format(
        request.progress
          .filter(({ required, given }) => given < required)
          .map(({ group, required, given }) =>
            t("dataAccessMissing", {
              count: required - given,
              group: groupName(group, request.progress),
            }),
          ),
      ),
    /** Why an access ended: what people wrote, and in the reader's language what the server did. */
    endReason: (reason: string | null) =>
      reason !== null && ENDS_OF_SERVER.includes(reason)
        ? t(`dataAccessEndReason.${reason.replaceAll(" ", "_")}`)
        : (reason ?? ""),
    /** An ISO-8601 duration. */
    period: (iso: string) => period(iso, i18n.language),
    /** For a narrow column: of today only the time. */
    shortMoment: (at: string) =>
      new Intl.DateTimeFormat(
        i18n.language,
        isToday(at)
          ? { timeStyle: "short" }
          : { month: "short", day: "numeric" },
      ).format(new Date(at)),
    moment: (at: string) =>
      new Intl.DateTimeFormat(i18n.language, {
        ...MOMENT,
        month: "short",
      }).format(new Date(at)),
  };
};
