/* SPDX-License-Identifier: Apache-2.0 */
import { useTranslation } from "react-i18next";
import type { AccessRequest } from "../../../../api/types";
import { Loaded } from "../../../../components/Loaded";
import { RelativeTime } from "../../../../components/text/RelativeTime";
import { type Column, Rows } from "../../../../components/table/Rows";
import { useOtherRequests } from "../../../../queries/requests";
import { StatusLabel, Wrapped } from "../list/Cells";
import { RequestLink } from "../list/RequestLink";
import { useSentences } from "../useSentences";
import { useWords } from "../../../../components/text/useWords";

const SHOWN = 5;

/** What else the subject asked for, for the same access, before or since, and what came of it. */
export const OtherRequests = ({ request }: { request: AccessRequest }) => {
  const { t } = useTranslation();
  const words = useWords();
  const sentences = useSentences();
  const others = useOtherRequests(request, SHOWN);
  const columns: Column<AccessRequest>[] = [
    {
      title: t("dataAccessAsked"),
      cell: (other) => (
        <RequestLink request={other}>
          <RelativeTime at={other.createdAt} />
        </RequestLink>
      ),
    },
    {
      title: t("dataAccessPurpose"),
      cell: ({ purpose }) => words.purpose(purpose),
    },
    {
      title: t("dataAccessOutcome"),
      cell: (other) => (
        <Wrapped>
          <StatusLabel request={other} />{" "}
          {other.status !== "PENDING" && sentences.ended(other)}
        </Wrapped>
      ),
    },
  ];
  return (
    <Loaded query={others}>
      {(others) =>
        others.length === 0 ? (
          <div className="pf-v5-u-color-200">{t("dataAccessNoEarlier")}</div>
        ) : (
          <>
            <Rows
              rows={others.slice(0, SHOWN)}
              columns={columns}
              rowKey={({ id }) => id}
              label={t("dataAccessEarlier")}
            />
            {others.length > SHOWN &&
              t("dataAccessMoreEarlier", { count: SHOWN })}
          </>
        )
      }
    </Loaded>
  );
};
