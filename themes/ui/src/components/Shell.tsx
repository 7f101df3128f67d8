/* SPDX-License-Identifier: Apache-2.0 */
import {
  AlertProvider,
  ErrorBoundaryProvider,
} from "@keycloak/keycloak-ui-shared";
import type { PropsWithChildren } from "react";

/** The consoles bring ui-shared along compiled in; its hooks and components, as pages use them, look for these. */
export const Shell = ({ children }: PropsWithChildren) => (
  <AlertProvider>
    <ErrorBoundaryProvider>{children}</ErrorBoundaryProvider>
  </AlertProvider>
);
