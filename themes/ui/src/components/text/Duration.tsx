/* SPDX-License-Identifier: Apache-2.0 */
import { useTranslation } from "react-i18next";
import { period } from "./timeWords";

/** An ISO-8601 duration in words. */
export const Duration = ({ of }: { of: string }) => {
  const { i18n } = useTranslation();
  return <time dateTime={of}>{period(of, i18n.language)}</time>;
};
