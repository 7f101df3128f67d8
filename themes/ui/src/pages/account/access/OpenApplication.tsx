/* SPDX-License-Identifier: Apache-2.0 */
import { Button } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Offer } from "../../../api/types";

type OpenApplicationProps = {
  offer: (Offer & { clientUrl?: string | null }) | undefined;
};

/** Leads to where the access is used, where the application says where that is. */
export const OpenApplication = ({ offer }: OpenApplicationProps) => {
  const { t } = useTranslation();
  return offer?.clientUrl ? (
    <Button component="a" variant="link" isInline href={offer.clientUrl}>
      {t("dataAccessOpenApplication", { application: offer.clientName })}
    </Button>
  ) : null;
};
