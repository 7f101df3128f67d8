/* SPDX-License-Identifier: Apache-2.0 */
import { Alert } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../../queries/api";
import { useMe } from "../../../../queries/me";
import { refusalOf } from "../../../../queries/own";

/** Why somebody who administers the realm, or the server, sees this page only, and where the others are. */
export const ReadOnly = () => {
  const { t } = useTranslation();
  const { realm } = useApi();
  const { data: me, error } = useMe();
  const isFromElsewhere =
    error !== null && refusalOf(error)?.code === "wrong_realm";
  if (
    !isFromElsewhere &&
    (!me || me.approver || me.auditor || me.policyAdmin)
  ) {
    return null;
  }
  return (
    <Alert
      isInline
      component="p"
      variant="info"
      title={t("dataAccessReadOnly")}
      className="pf-v5-u-m-md"
    >
      {isFromElsewhere
        ? t("dataAccessReadOnlyElsewhere", {
            realm,
            console: `/admin/${realm}/console/`,
          })
        : t("dataAccessReadOnlyRoles")}
    </Alert>
  );
};
