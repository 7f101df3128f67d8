/* SPDX-License-Identifier: Apache-2.0 */
import { Page } from "@keycloak/keycloak-account-ui";
import { useTranslation } from "react-i18next";
import type { Offer } from "../../api/types";
import { AskForm } from "./AskForm";
import { NothingToAskFor } from "./NothingToAskFor";

export const AskPage = ({ offers }: { offers: Offer[] }) => {
  const { t } = useTranslation();
  return (
    <Page
      title={t("dataAccessAsk")}
      description={t("dataAccessAskIntroduction")}
    >
      {offers.length === 0 ? <NothingToAskFor /> : <AskForm offers={offers} />}
    </Page>
  );
};
