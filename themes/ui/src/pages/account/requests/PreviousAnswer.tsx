/* SPDX-License-Identifier: Apache-2.0 */
import { Alert } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { useOwnRequest } from "../../../queries/own";

/** What was said against the request that the form starts from. */
export const PreviousAnswer = ({ id }: { id: string }) => {
  const { t } = useTranslation();
  const { data } = useOwnRequest(id);
  const denials = data?.votes.filter(({ decision }) => decision === "DENY");
  return denials?.map(({ votedAt, comment }) => (
    <Alert
      key={votedAt}
      isInline
      component="p"
      variant="info"
      title={t("dataAccessFormerDenied")}
      className="pf-v5-u-mb-md"
    >
      <span style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>
        {comment}
      </span>
    </Alert>
  ));
};
