/* SPDX-License-Identifier: Apache-2.0 */

const LENGTHS = { day: 86_400, hour: 3_600, minute: 60, second: 1 };

const ISO =
  /^P(?:(?<day>\d+)D)?(?:T(?:(?<hour>\d+)H)?(?:(?<minute>\d+)M)?(?:(?<second>\d+)S)?)?$/;

const ROUND = [
  ...["PT15M", "PT30M", "PT1H", "PT2H", "PT4H", "PT8H"],
  ...["P1D", "P2D", "P7D", "P14D", "P30D", "P90D"],
];

/** Nothing for what is no ISO-8601 duration of days, hours, minutes and seconds. */
const seconds = (iso: string): number | undefined => {
  const groups = ISO.exec(iso)?.groups;
  return (
    groups &&
    Object.entries(LENGTHS).reduce(
      (sum, [unit, length]) => sum + Number(groups[unit] ?? 0) * length,
      0,
    )
  );
};

const iso = (total: number): string => {
  const day = Math.floor(total / LENGTHS.day);
  const hour = Math.floor((total % LENGTHS.day) / LENGTHS.hour);
  const minute = Math.floor((total % LENGTHS.hour) / LENGTHS.minute);
  const rest = total % LENGTHS.minute;
  const time = [hour && `${String(hour)}H`, minute && `${String(minute)}M`]
    .concat(rest && `${String(rest)}S`)
    .filter(Boolean)
    .join("");
  return `P${day ? `${String(day)}D` : ""}${time && `T${time}`}`;
};

/** Java writes two days as 48 hours; people do not read them so. */
export const readable = (duration: string): string => {
  const total = seconds(duration);
  return total ? iso(total) : duration;
};

/** Round ones up to the longest, with the longest and the usual one; the same that the login offers. */
export const choices = (longest: string, usual: string): string[] => {
  const most = seconds(longest) ?? 0;
  return [
    ...new Set([...ROUND, longest, usual].map((each) => seconds(each) ?? 0)),
  ]
    .filter((each) => each > 0 && each <= most)
    .sort((left, right) => left - right)
    .map(iso);
};

/** Of what is left, the two units that matter. */
export const remaining = (until: string, now: number): string | undefined => {
  const left = Math.floor((Date.parse(until) - now) / 1000);
  const unit = left >= LENGTHS.day ? LENGTHS.hour : LENGTHS.minute;
  if (left <= 0) {
    return undefined;
  }
  return iso(left < LENGTHS.minute ? left : left - (left % unit));
};
