/* SPDX-License-Identifier: Apache-2.0 */
import { useTranslation } from "react-i18next";
import type { AccessRequest } from "../../../../api/types";
import { useNow } from "../../../../components/login/clock";
import { extendedUntil } from "../../../../components/text/extension";
import { useWords } from "../../../../components/text/useWords";
import { shortest } from "../durations";
import { Line } from "../list/Cells";

type ExtensionProps = {
  request: AccessRequest;
  /** What this approver shortens it to. */
  chosen?: string;
  /** For a narrow column. */
  isShort?: boolean;
};

/** The person has the access already: what an approval would add to it now; nothing where they have none. */
export const Extension = ({
  request,
  chosen = "",
  isShort = false,
}: ExtensionProps) => {
  const { t } = useTranslation();
  const words = useWords();
  const now = useNow();
  if (!request.extended) {
    return null;
  }
  const { until } = request.extended;
  const end = extendedUntil(until, shortest(request, chosen), now);
  const said = end
    ? t("dataAccessExtends", {
        end: words.moment(end),
        until: words.moment(until),
      })
    : t("dataAccessExtendsNothing", { until: words.moment(until) });
  return isShort ? (
    <Line isSmall title={said}>
      {end
        ? t("dataAccessExtendsShort", { until: words.shortMoment(until) })
        : t("dataAccessExtendsNothingShort")}
    </Line>
  ) : (
    <div>{said}</div>
  );
};
