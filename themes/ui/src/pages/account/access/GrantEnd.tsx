/* SPDX-License-Identifier: Apache-2.0 */
import { useTranslation } from "react-i18next";
import type { Grant } from "../../../api/types";
import { endOf, isBlocked, untilOf } from "./end";
import type { Names } from "../names";
import { StatusLabel } from "../requests/StatusLabel";
import { TimeLeft } from "../requests/TimeLeft";

/** How long a grant still opens data; that it does not, where its own time runs but the gate refuses. */
export const GrantEnd = ({ grant, names }: { grant: Grant; names: Names }) => {
  const { t } = useTranslation();
  return (
    <>
      <div>
        {isBlocked(grant) ? (
          <StatusLabel status="BLOCKED" />
        ) : (
          <TimeLeft
            until={untilOf(grant)}
            text="dataAccessTimeLeft"
            over="dataAccessOver"
          />
        )}
      </div>
      <div className="pf-v5-u-color-200 pf-v5-u-font-size-sm">
        {endOf(grant, names, t)}
      </div>
    </>
  );
};
