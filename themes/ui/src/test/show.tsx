/* SPDX-License-Identifier: Apache-2.0 */
import { QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import { createInstance } from "i18next";
import type { ReactElement } from "react";
import { I18nextProvider, initReactI18next } from "react-i18next";
import { MemoryRouter } from "react-router-dom";
import { createApi } from "../api/client";
import { Shell } from "../components/Shell";
import { ApiProvider, createQueries } from "../queries/api";
import { REALM, SERVER } from "./network";
import { texts } from "./texts";

type Options = { language?: string };

/** Shows a page as a console would, in English unless said otherwise, with the network of the test. */
export const show = async (
  page: ReactElement,
  path = "/",
  { language = "en" }: Options = {},
) => {
  const i18n = createInstance();
  await i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: "en",
    nsSeparator: false,
    showSupportNotice: false,
    interpolation: { escapeValue: false },
    resources: {
      en: { translation: texts() },
      de: { translation: texts("de") },
    },
  });
  const api = createApi(SERVER, REALM, () => Promise.resolve("token"));
  return render(
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={createQueries()}>
        <MemoryRouter initialEntries={[path]}>
          <ApiProvider value={api}>
            <Shell>{page}</Shell>
          </ApiProvider>
        </MemoryRouter>
      </QueryClientProvider>
    </I18nextProvider>,
  );
};
