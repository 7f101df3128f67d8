/* SPDX-License-Identifier: Apache-2.0 */
import { Alert, AlertActionLink } from "@patternfly/react-core";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Loaded } from "./Loaded";
import { useErrorText } from "./text/useErrorText";

type KeptProps<T> = {
  query: UseQueryResult<T>;
  /** Round the spinner or the error before anything was loaded. */
  instead?: (content: ReactNode) => ReactNode;
  children: (data: T) => ReactNode;
};

/** What was loaded stays when loading it anew fails, so that nobody loses what they are typing; it is said, though. */
export const Kept = <T,>({
  query,
  instead = (content) => content,
  children,
}: KeptProps<T>) => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  if (query.data === undefined) {
    return instead(<Loaded query={query}>{children}</Loaded>);
  }
  return (
    <>
      {query.isError && (
        <Alert
          isInline
          component="p"
          variant="warning"
          title={t("dataAccessStale")}
          actionLinks={
            <AlertActionLink onClick={() => void query.refetch()}>
              {t("dataAccessRetry")}
            </AlertActionLink>
          }
        >
          {errorText(query.error)}
        </Alert>
      )}
      {children(query.data)}
    </>
  );
};
