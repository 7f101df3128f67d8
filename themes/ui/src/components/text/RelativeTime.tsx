/* SPDX-License-Identifier: Apache-2.0 */
import { useTranslation } from "react-i18next";
import { useNow } from "../login/clock";
import { relative } from "./timeWords";

type RelativeTimeProps = {
  at: string;
  /** "26 min. ago", for a narrow column. */
  isShort?: boolean;
};

/** How far a moment is; the moment itself on hover. */
export const RelativeTime = ({ at, isShort = false }: RelativeTimeProps) => {
  const { i18n } = useTranslation();
  const now = useNow();
  const date = new Date(at);
  const exact = new Intl.DateTimeFormat(i18n.language, {
    dateStyle: "medium",
    timeStyle: "long",
  });
  return (
    <time dateTime={at} title={exact.format(date)}>
      {relative(date, now, i18n.language, isShort ? "short" : "long")}
    </time>
  );
};
