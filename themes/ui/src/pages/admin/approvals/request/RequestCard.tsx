/* SPDX-License-Identifier: Apache-2.0 */
import {
  Card,
  CardBody,
  CardHeader,
  CardTitle,
  Title,
} from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { AccessRequest, Me } from "../../../../api/types";
import { SensitivityLabel } from "../../../../components/text/SensitivityLabel";
import { UrgentLabel } from "../list/Cells";
import { OtherRequests } from "./OtherRequests";
import { RequestFacts } from "./RequestFacts";
import { bar } from "./mayVote";
import { useWords } from "../../../../components/text/useWords";
import { Votes } from "./Votes";

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="pf-v5-u-mt-lg">
    <Title headingLevel="h3" size="md" className="pf-v5-u-mb-sm">
      {title}
    </Title>
    {children}
  </div>
);

type RequestCardProps = {
  request: AccessRequest;
  me: Me;
  /** One of several, so that the page cannot say it once for all. */
  isPart: boolean;
};

/** Everything there is to know about one request. */
export const RequestCard = ({ request, me, isPart }: RequestCardProps) => {
  const { t } = useTranslation();
  const words = useWords();
  const why = bar(request, me);
  return (
    <Card isFlat className="pf-v5-u-mt-md">
      <CardHeader>
        <CardTitle component="h2">
          {words.data(request)}{" "}
          {isPart && (
            <>
              <SensitivityLabel sensitivity={request.sensitivity} />{" "}
              {request.urgent && <UrgentLabel />}
            </>
          )}
        </CardTitle>
      </CardHeader>
      <CardBody>
        <RequestFacts request={request} />
        <Part title={t("dataAccessProgressTitle")}>
          <Votes request={request} />
          {isPart && why && (
            <div className="pf-v5-u-mt-sm">{t(`dataAccessBar.${why}`)}</div>
          )}
        </Part>
        <Part title={t("dataAccessEarlier")}>
          <OtherRequests request={request} />
        </Part>
      </CardBody>
    </Card>
  );
};
