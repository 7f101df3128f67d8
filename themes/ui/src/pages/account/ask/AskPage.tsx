/* SPDX-License-Identifier: Apache-2.0 */
import { Page } from "@keycloak/keycloak-account-ui";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router-dom";
import type { Offer } from "../../../api/types";
import { useServiceAccounts } from "../../../queries/own";
import { AskForm } from "./AskForm";
import { PreviousAnswer } from "../requests/PreviousAnswer";
import { NothingToAskFor } from "./NothingToAskFor";

export const AskPage = ({ offers }: { offers: Offer[] }) => {
  const { t } = useTranslation();
  const [query] = useSearchParams();
  const former = query.get("again");
  const accounts = useServiceAccounts();
  return (
    <Page
      title={t("dataAccessAsk")}
      description={t("dataAccessAskIntroduction")}
    >
      {former && <PreviousAnswer id={former} />}
      {offers.length > 0 || accounts.data?.length ? (
        <AskForm offers={offers} />
      ) : (
        <NothingToAskFor />
      )}
    </Page>
  );
};
