/* SPDX-License-Identifier: Apache-2.0 */
import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from "@patternfly/react-core";
import { applicationText } from "../../../../components/text/applicationText";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { AccessRequest } from "../../../../api/types";
import { Duration } from "../../../../components/text/Duration";
import { Moment } from "../../../../components/text/Moment";
import { Person } from "../../../../components/text/Person";
import { SensitivityLabel } from "../../../../components/text/SensitivityLabel";
import { useWords } from "../../../../components/text/useWords";
import { Approved } from "../list/Approved";
import { Extension } from "./Extension";

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
      <Fact term={t("dataAccessSubject")}>
        <Person of={subject} />
      </Fact>
      <Fact term={t("dataAccessRequester")}>
        <Person of={requester} />
      </Fact>
      {Object.entries(subject.attributes).map(([name, value]) => (
        <Fact key={name} term={words.attribute(name)}>
          <bdi>{words.value(name, value)}</bdi>
        </Fact>
      ))}
    </DescriptionList>
  );
};

/** Why it is asked for: what a decision rests on. */
export const ReasonFacts = ({ request }: { request: AccessRequest }) => {
  const { t } = useTranslation();
  return (
    <>
      <Fact term={t("dataAccessJustification")}>
        <bdi style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
          {request.justification}
        </bdi>
      </Fact>
      {request.ticket && (
        <Fact term={t("dataAccessTicket")}>
          <bdi>{request.ticket}</bdi>
        </Fact>
      )}
    </>
  );
};

/** Why it is asked for, and what. */
export const RequestFacts = ({ request }: { request: AccessRequest }) => {
  const { t } = useTranslation();
  const words = useWords();
  const isOpen = request.status === "PENDING";
  const end = isOpen ? request.expiresAt : request.closedAt;
  return (
    <DescriptionList isHorizontal isCompact>
      <ReasonFacts request={request} />
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
      <Fact term={t("dataAccessApplication")}>{applicationText(request)}</Fact>
      <Fact term={t("dataAccessScope")}>{request.scope}</Fact>
      <Fact term={t("dataAccessPurpose")}>
        {words.purpose(request.purpose)}
      </Fact>
      <Fact term={t("dataAccessDuration")}>
        <Duration of={request.requestedDuration} />
        <Extension request={request} />
        <Approved request={request} />
      </Fact>
      <Fact term={t("dataAccessAsked")}>
        <Moment at={request.createdAt} />
      </Fact>
      {end && (
        <Fact term={t(`dataAccessEnd.${request.status}`)}>
          <Moment at={end} />
        </Fact>
      )}
    </DescriptionList>
  );
};
