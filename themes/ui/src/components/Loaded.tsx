/* SPDX-License-Identifier: Apache-2.0 */
import { KeycloakSpinner } from "@keycloak/keycloak-ui-shared";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { LoadError } from "./LoadError";

type LoadedProps<T> = {
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
};

/** Spinner, then what was loaded; or what went wrong, with a way to try again. */
export const Loaded = <T,>({ query, children }: LoadedProps<T>) => {
  if (query.isError) {
    return (
      <LoadError error={query.error} onRetry={() => void query.refetch()} />
    );
  }
  return query.isPending ? <KeycloakSpinner /> : children(query.data);
};
