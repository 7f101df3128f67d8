/* SPDX-License-Identifier: Apache-2.0 */
import { KeycloakSpinner, useAlerts } from "@keycloak/keycloak-ui-shared";
import { AlertVariant } from "@patternfly/react-core";
import { type PropsWithChildren, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type Adapter,
  askingForLogin,
  isChangeWaiting,
  makeWaitingChange,
} from "./accountChange";

/** Asks for the recent login that changes of the account need, on Keycloak's pages too, and makes the change after it. */
export const RecentLogin = ({
  keycloak,
  children,
}: PropsWithChildren<{ keycloak: Adapter }>) => {
  const { t } = useTranslation();
  const { addAlert } = useAlerts();
  const [isWaiting, setIsWaiting] = useState(isChangeWaiting);

  useEffect(() => {
    const send = globalThis.fetch;
    globalThis.fetch = askingForLogin(send, keycloak);
    if (isChangeWaiting()) {
      void makeWaitingChange(send, keycloak).then((isTaken) => {
        setIsWaiting(false);
        addAlert(
          t(isTaken ? "dataAccessChangeMade" : "dataAccessChangeNotMade"),
          isTaken ? AlertVariant.success : AlertVariant.danger,
        );
      });
    }
    return () => {
      globalThis.fetch = send;
    };
  }, [keycloak, addAlert, t]);

  // Pages show the account as it is after the change.
  return isWaiting ? <KeycloakSpinner /> : children;
};
