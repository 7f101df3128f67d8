/* SPDX-License-Identifier: Apache-2.0 */
import { useTranslation } from "react-i18next";
import { createSearchParams } from "react-router-dom";
import { toGrants } from "../../../admin/paths";
import type { AccessRequest } from "../../../api/types";
import { useNow } from "../../../components/login/clock";
import { TextLink } from "../../../components/TextLink";
import { useApi } from "../../../queries/api";
import { standing } from "../course";

/** Where the access of a request can be revoked; nothing when it is over, or not for this reader to end. */
export const GrantLink = ({ request }: { request: AccessRequest }) => {
  const { t } = useTranslation();
  const { realm } = useApi();
  const now = useNow();
  const { subject, clientId, scope, grant } = request;
  if (!grant?.revocable || standing(request, now) !== "APPROVED.running") {
    return null;
  }
  const search = createSearchParams({
    subject: subject.username,
    clientId,
    scope,
  });
  return (
    <TextLink to={{ ...toGrants({ realm }), search: search.toString() }}>
      {t("dataAccessRevokeThere")}
    </TextLink>
  );
};
