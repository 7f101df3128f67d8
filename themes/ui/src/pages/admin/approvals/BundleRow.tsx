/* SPDX-License-Identifier: Apache-2.0 */
import { Td } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import type { Bundle } from "../../../api/bundles";
import { AskedBy } from "../../../components/AskedBy";
import { RelativeTime } from "../../../components/RelativeTime";
import { SensitivityLabel } from "../../../components/SensitivityLabel";
import { summary } from "./bundle";
import { Approvals, Cell, UrgentLabel } from "./Cells";
import { RequestLink } from "./RequestLink";
import { useWords } from "../../../components/useWords";

const Data = ({ bundle }: { bundle: Bundle }) => {
  const { t } = useTranslation();
  const words = useWords();
  const [first, ...others] = bundle.requests;
  return (
    first && (
      <>
        <div>
          {others.length === 0
            ? words.data(first)
            : t("dataAccessBundle", {
                count: others.length,
                data: words.data(first),
              })}
        </div>
        <SensitivityLabel sensitivity={summary(bundle).sensitivity} />
      </>
    )
  );
};

/** The cells of one row, which stands for all requests of the bundle. */
export const BundleRow = ({ bundle }: { bundle: Bundle }) => {
  const { t } = useTranslation();
  const words = useWords();
  const [first, ...others] = bundle.requests;
  const { applications, purposes, createdAt, expiresAt, urgent } =
    summary(bundle);
  if (!first) {
    return null;
  }
  const about = Object.entries(first.subject.attributes).map(([name, value]) =>
    words.value(name, value),
  );
  return (
    <>
      <Cell title={t("dataAccessSubject")}>
        <RequestLink request={first}>{first.subject.username}</RequestLink>{" "}
        {urgent && <UrgentLabel />}
        <div className="pf-v5-u-color-200 pf-v5-u-font-size-sm">
          {about.join(", ")}
          {first.requester.id !== first.subject.id && (
            <div>
              <AskedBy requester={first.requester} />
            </div>
          )}
        </div>
      </Cell>
      <Cell title={t("dataAccessData")}>
        <Data bundle={bundle} />
      </Cell>
      <Td dataLabel={t("dataAccessApplication")}>{applications.join(", ")}</Td>
      <Cell title={t("dataAccessPurpose")}>
        {purposes.map(words.purpose).join(", ")}
      </Cell>
      <Cell title={t("dataAccessAsked")}>
        <RelativeTime at={createdAt} />
      </Cell>
      <Cell title={t("dataAccessExpires")}>
        <RelativeTime at={expiresAt} />
      </Cell>
      <Cell title={t("dataAccessProgressTitle")}>
        {others.length === 0 ? (
          <Approvals request={first} />
        ) : (
          t("dataAccessRequests", { count: bundle.requests.length })
        )}
      </Cell>
    </>
  );
};
