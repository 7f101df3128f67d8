/* SPDX-License-Identifier: Apache-2.0 */
import { ListEmptyState } from "@keycloak/keycloak-ui-shared";
import { PageSection } from "@patternfly/react-core";
import { SearchIcon } from "@patternfly/react-icons";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router-dom";
import { toApprovals } from "../../../../admin/paths";
import { useApi } from "../../../../queries/api";

/** No such request, or not for this person: the server does not say which. */
export const NotFound = () => {
  const { t } = useTranslation();
  const { realm } = useApi();
  const navigate = useNavigate();
  return (
    <PageSection variant="light" isFilled>
      <ListEmptyState
        icon={SearchIcon}
        message={t("dataAccessRequestNotFound")}
        instructions={t("dataAccessRequestNotFoundInstructions")}
        primaryActionText={t("dataAccessApprovals")}
        onPrimaryAction={() => void navigate(toApprovals({ realm }))}
      />
    </PageSection>
  );
};
