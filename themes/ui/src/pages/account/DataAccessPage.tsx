/* SPDX-License-Identifier: Apache-2.0 */
import { Page } from "@keycloak/keycloak-account-ui";
import { useTranslation } from "react-i18next";

const DataAccessPage = () => {
  const { t } = useTranslation();
  return (
    <Page title={t("dataAccess")} description={t("dataAccessIntroduction")}>
      {null}
    </Page>
  );
};

export default DataAccessPage;
