/* SPDX-License-Identifier: Apache-2.0 */
import { Page } from "@keycloak/keycloak-account-ui";
import { useTranslation } from "react-i18next";
import type { Offer } from "../../api/types";
import { MyAccess } from "./access/MyAccess";
import { MyRequests } from "./requests/MyRequests";
import { NothingToAskFor } from "./ask/NothingToAskFor";

export const OverviewPage = ({ offers }: { offers: Offer[] }) => {
  const { t } = useTranslation();
  return (
    <Page title={t("dataAccess")} description={t("dataAccessIntroduction")}>
      <MyAccess offers={offers} />
      <MyRequests offers={offers} />
      {offers.length === 0 && <NothingToAskFor />}
    </Page>
  );
};
