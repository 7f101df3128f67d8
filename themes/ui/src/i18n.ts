/* SPDX-License-Identifier: Apache-2.0 */
import { createInstance, type i18n as I18n } from "i18next";
import FetchBackend from "i18next-fetch-backend";
import { initReactI18next } from "react-i18next";

type Message = { key: string; value: string };

/** The texts of a console as Keycloak serves them: its own, those of this theme and the realm's overrides in one. */
export const startTexts = async (
  loadPath: string,
  options: { lng?: string; ns?: string },
): Promise<I18n> => {
  const texts = createInstance({
    fallbackLng: "en",
    nsSeparator: false,
    showSupportNotice: false,
    interpolation: { escapeValue: false },
    ...options,
    ...(options.ns && { defaultNS: options.ns }),
    backend: {
      loadPath,
      parse: (data: string) =>
        Object.fromEntries(
          (JSON.parse(data) as Message[]).map(({ key, value }) => [key, value]),
        ),
    },
  });
  await texts.use(FetchBackend).use(initReactI18next).init();
  return texts;
};
