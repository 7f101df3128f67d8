/* SPDX-License-Identifier: Apache-2.0 */
import { useTranslation } from "react-i18next";
import { refusalOf } from "../queries/own";

/** What went wrong, in the reader's language; the server's own words only where its code is not known here. */
export const useErrorText = () => {
  const { t } = useTranslation();
  return (error: Error): string => {
    const refusal = refusalOf(error);
    if (refusal) {
      return t(`dataAccessSaid.${refusal.code}`, {
        defaultValue: refusal.message,
      });
    }
    // What browsers throw when no answer came, in words of their own.
    return error instanceof TypeError
      ? t("dataAccessSaid.nothing", { defaultValue: error.message })
      : error.message;
  };
};
