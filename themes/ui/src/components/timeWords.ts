/* SPDX-License-Identifier: Apache-2.0 */

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** "in 23 minutes", "2 hours ago"; less than a minute is "now". */
export const relative = (at: Date, now: number, language: string): string => {
  const words = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const seconds = (at.getTime() - now) / 1000;
  const [unit, length] = UNITS.find(([, s]) => Math.abs(seconds) >= s) ?? [
    "second",
    Infinity,
  ];
  return words.format(Math.trunc(seconds / length) || 0, unit);
};

const PERIOD =
  /^P(?:(?<day>\d+)D)?(?:T(?:(?<hour>\d+)H)?(?:(?<minute>\d+)M)?(?:(?<second>\d+)S)?)?$/;

/** "PT1H30M" in words: "1 hour, 30 minutes". What is not understood is given back as it is. */
export const period = (iso: string, language: string): string => {
  const parts = Object.entries(PERIOD.exec(iso)?.groups ?? {})
    .filter(([, amount]) => Number(amount) > 0)
    .map(([unit, amount]) =>
      new Intl.NumberFormat(language, {
        style: "unit",
        unit,
        unitDisplay: "long",
      }).format(Number(amount)),
    );
  return parts.length > 0
    ? new Intl.ListFormat(language, { type: "unit" }).format(parts)
    : iso;
};
