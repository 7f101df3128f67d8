/* SPDX-License-Identifier: Apache-2.0 */
import { useTranslation } from "react-i18next";
import type { Extended } from "../../../../api/types";
import { useWords } from "../../../../components/text/useWords";
import { Line } from "../list/Cells";

/** The person has the access already: what is asked for would begin before that ends, and the later end counts. */
export const Extension = ({ of: { until } }: { of: Extended }) => {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <Line
      isSmall
      title={t("dataAccessExtends", { until: words.moment(until) })}
    >
      {t("dataAccessExtendsShort", { until: words.shortMoment(until) })}
    </Line>
  );
};
