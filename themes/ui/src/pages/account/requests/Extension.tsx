/* SPDX-License-Identifier: Apache-2.0 */
import { useTranslation } from "react-i18next";
import { useNow } from "../../../components/login/clock";
import { extendedUntil } from "../../../components/text/extension";
import type { Names } from "../names";

type ExtensionProps = {
  /** The end of the access that runs. */
  until: string;
  /** What more is asked for, or is about to be. */
  duration: string;
  names: Names;
};

/** What an approval would add now to an access that one has already. */
export const Extension = ({ until, duration, names }: ExtensionProps) => {
  const { t } = useTranslation();
  const end = extendedUntil(until, duration, useNow());
  return (
    <div>
      {end
        ? t("dataAccessExtends", {
            end: names.moment(end),
            until: names.moment(until),
          })
        : t("dataAccessExtendsNothing", { until: names.moment(until) })}
    </div>
  );
};
