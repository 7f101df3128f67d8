/* SPDX-License-Identifier: Apache-2.0 */
import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { AccessRequest } from "../../../api/types";
import { Duration } from "../../../components/Duration";
import { RelativeTime } from "../../../components/RelativeTime";
import { SensitivityLabel } from "../../../components/SensitivityLabel";
import { useWords } from "../../../components/useWords";

const Fact = ({ term, children }: { term: string; children: ReactNode }) => (
  <DescriptionListGroup>
    <DescriptionListTerm>{term}</DescriptionListTerm>
    <DescriptionListDescription>{children}</DescriptionListDescription>
  </DescriptionListGroup>
);

/** Who asks: the same for all requests of a bundle. */
export const PersonFacts = ({ request }: { request: AccessRequest }) => {
  const { t } = useTranslation();
  const words = useWords();
  const { subject, requester } = request;
  return (
    <DescriptionList isHorizontal isCompact>
      <Fact term={t("dataAccessSubject")}>{subject.username}</Fact>
      <Fact term={t("dataAccessRequester")}>{requester.username}</Fact>
      {Object.entries(subject.attributes).map(([name, value]) => (
        <Fact key={name} term={words.attribute(name)}>
          {words.value(name, value)}
        </Fact>
      ))}
    </DescriptionList>
  );
};

/** What is asked for, and why. */
export const RequestFacts = ({ request }: { request: AccessRequest }) => {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <DescriptionList isHorizontal isCompact>
      <Fact term={t("dataAccessData")}>
        {request.categories.map(({ key, label, sensitivity }) => (
          <div key={key}>
            {label}{" "}
            <span className="pf-v5-u-color-200 pf-v5-u-font-size-sm">
              {key}
            </span>{" "}
            <SensitivityLabel sensitivity={sensitivity} />
          </div>
        ))}
      </Fact>
      <Fact term={t("dataAccessApplication")}>{request.clientId}</Fact>
      <Fact term={t("dataAccessScope")}>{request.scope}</Fact>
      <Fact term={t("dataAccessPurpose")}>
        {words.purpose(request.purpose)}
      </Fact>
      <Fact term={t("dataAccessJustification")}>
        <div style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
          {request.justification}
        </div>
      </Fact>
      {request.ticket && (
        <Fact term={t("dataAccessTicket")}>{request.ticket}</Fact>
      )}
      <Fact term={t("dataAccessDuration")}>
        <Duration of={request.requestedDuration} />
      </Fact>
      <Fact term={t("dataAccessAsked")}>
        <RelativeTime at={request.createdAt} />
      </Fact>
      <Fact term={t("dataAccessExpires")}>
        <RelativeTime at={request.expiresAt} />
      </Fact>
    </DescriptionList>
  );
};
