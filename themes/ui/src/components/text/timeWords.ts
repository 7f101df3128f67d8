/* SPDX-License-Identifier: Apache-2.0 */

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** A day and a time with its zone: who reads it may be elsewhere than who is told of it. */
export const MOMENT = {
  year: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "2-digit",
  timeZoneName: "short",
} satisfies Intl.DateTimeFormatOptions;

/** "in 23 minutes", "2 hours ago"; less than a minute is "now". */
export const relative = (
  at: Date,
  now: number,
  language: string,
  style: Intl.RelativeTimeFormatStyle = "long",
): string => {
  const words = new Intl.RelativeTimeFormat(language, {
    numeric: "auto",
    style,
  });
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

/** Milliseconds in the largest unit that fits: "3 hours". */
export const roughly = (span: number, language: string): string => {
  const seconds = span / 1000;
  const [unit, length] = UNITS.find(([, s]) => seconds >= s) ?? ["second", 1];
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit,
    unitDisplay: "long",
    maximumFractionDigits: 0,
  }).format(Math.round(seconds / length));
};

const PARTS: [RegExp, number][] = [
  [/(\d+)D/, 86_400],
  [/(\d+)H/, 3_600],
  [/(\d+)M/, 60],
  [/(\d+)S/, 1],
];

/** An ISO-8601 duration in seconds. */
export const secondsOf = (iso: string) =>
  PARTS.reduce(
    (sum, [part, length]) => sum + Number(part.exec(iso)?.[1] ?? 0) * length,
    0,
  );

/** Seconds as an ISO-8601 duration. */
export const durationOf = (total: number) => {
  const parts = [
    [Math.floor(total / 3_600), "H"],
    [Math.floor((total % 3_600) / 60), "M"],
    [total % 60, "S"],
  ] as const;
  return `PT${parts.map(([n, unit]) => (n > 0 ? `${String(n)}${unit}` : "")).join("")}`;
};
