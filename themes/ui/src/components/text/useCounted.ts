/* SPDX-License-Identifier: Apache-2.0 */
import { useTranslation } from "react-i18next";

/** The server counts and searches so many; a count of one more stands for all that is above. */
const MOST = 10_000;

export const isBeyond = (count = 0) => count > MOST;

/** Numbers that the server counts as they are shown: "10,000+" is more than it counts. */
export const useCounted = () => {
  const { i18n } = useTranslation();
  const most = new Intl.NumberFormat(i18n.language).format(MOST);
  const number = (count: number) =>
    isBeyond(count) ? `${most}+` : String(count);
  return {
    most,
    number,
    /** For a message with {{count}}. */
    inText: (count: number) => ({ count, replace: { count: number(count) } }),
  };
};
