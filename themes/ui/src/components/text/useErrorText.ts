/* SPDX-License-Identifier: Apache-2.0 */
import { useTranslation } from "react-i18next";
import { refusalOf } from "../../queries/own";
import { worded } from "./serverWords";

/** What went wrong, in the reader's language; the server's own words only where its code is not known here. */
export const useErrorText = () => {
  const { t, i18n } = useTranslation();
  return (error: Error): string => {
    const refusal = refusalOf(error);
    if (refusal) {
      return worded({ t, i18n }, refusal, "dataAccessSaid") ?? refusal.message;
    }
    // What browsers throw when no answer came, in words of their own.
    return error instanceof TypeError
      ? t("dataAccessSaid.nothing", { defaultValue: error.message })
      : error.message;
  };
};
