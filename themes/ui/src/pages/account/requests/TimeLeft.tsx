/* SPDX-License-Identifier: Apache-2.0 */
import { useTranslation } from "react-i18next";
import { useSecond } from "../../../components/login/clock";
import { period } from "../../../components/text/timeWords";
import { remaining } from "../ask/durations";

type TimeLeftProps = {
  until: string;
  /** The text with a place for the time. */
  text: string;
  /** Instead, once there is none left. */
  over: string;
};

/** Ticks; the moment itself on hover. */
export const TimeLeft = ({ until, text, over }: TimeLeftProps) => {
  const { t, i18n } = useTranslation();
  const now = useSecond();
  const left = remaining(until, now);
  const exact = new Intl.DateTimeFormat(i18n.language, {
    dateStyle: "medium",
    timeStyle: "long",
  });
  return (
    <time dateTime={until} title={exact.format(new Date(until))}>
      {left ? t(text, { time: period(left, i18n.language) }) : t(over)}
    </time>
  );
};
