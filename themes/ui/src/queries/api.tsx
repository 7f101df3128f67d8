/* SPDX-License-Identifier: Apache-2.0 */
import { QueryClient } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import type { Api } from "../api/client";

const ApiContext = createContext<Api | undefined>(undefined);

/** Each console gives its own: they differ in base address and token. */
export const ApiProvider = ApiContext.Provider;

export const useApi = (): Api => {
  const api = useContext(ApiContext);
  if (!api) {
    throw new Error("No ApiProvider around.");
  }
  return api;
};

/** A refusal or an outage is shown at once, with a button to try again. */
export const createQueries = () =>
  new QueryClient({
    defaultOptions: { queries: { retry: false }, mutations: { retry: false } },
  });

/** First words of every key of ours, so that one call invalidates a whole domain. */
export const key = (api: Api, ...words: unknown[]) => [
  "data-access",
  api.realm,
  ...words,
];
