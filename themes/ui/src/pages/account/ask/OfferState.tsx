/* SPDX-License-Identifier: Apache-2.0 */
import { useTranslation } from "react-i18next";
import type { Offer } from "../../../api/types";
import { SensitivityLabel } from "../../../components/text/SensitivityLabel";
import { TextLink } from "../../../components/TextLink";
import type { Names } from "../names";

type OfferStateProps = { offer: Offer; names: Names };

/** How sensitive the data is and where one stands with it. */
export const OfferState = ({ offer, names }: OfferStateProps) => {
  const { t } = useTranslation();
  const { sensitivity, scope, state, until, pendingRequestId } = offer;
  return (
    <>
      <SensitivityLabel sensitivity={sensitivity} />{" "}
      <span className="pf-v5-u-color-200">{scope}</span>
      {state === "GRANTED" && until && (
        <div>{t("dataAccessGranted", { date: names.moment(until) })}</div>
      )}
      {pendingRequestId && (
        <div>
          <TextLink to={{ search: `?request=${pendingRequestId}` }}>
            {t("dataAccessOfferPending")}
          </TextLink>
        </div>
      )}
    </>
  );
};
