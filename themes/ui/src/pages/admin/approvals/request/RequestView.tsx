/* SPDX-License-Identifier: Apache-2.0 */
import {
  Alert,
  Button,
  Card,
  CardBody,
  CardHeader,
  CardTitle,
  Flex,
  List,
  ListItem,
  PageSection,
} from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Challenge } from "../../../../api/ApiError";
import type { AccessRequest, Me } from "../../../../api/types";
import type { Choice } from "../../../../api/votes";
import { useNow } from "../../../../components/login/clock";
import type { Cast } from "../../../../queries/votes";
import { standing } from "../../course";
import { Decision } from "./Decision";
import { useDraft } from "../draft";
import { GrantLink } from "../GrantLink";
import { RequestCard } from "./RequestCard";
import { PersonFacts } from "./RequestFacts";
import { useWords } from "../../../../components/text/useWords";
import { RequestLink } from "../list/RequestLink";
import { bar, mayDeny } from "./mayVote";
import { useSentences } from "../useSentences";

type RequestViewProps = {
  /** The one that was opened, then what belongs to it. */
  requests: [AccessRequest, ...AccessRequest[]];
  /** What belongs to one that is decided, and still waits. */
  waiting?: AccessRequest[];
  me: Me;
  /** With the id of a request that is still to be decided after it. */
  onLogin: (challenge: Challenge, id: string) => unknown;
  /** A decision was confirmed or given up. */
  onDecided: (casts: Cast[]) => void;
  onNext: () => void;
};

const Notice = ({ request, me }: { request: AccessRequest; me: Me }) => {
  const { t } = useTranslation();
  const sentences = useSentences();
  const now = useNow();
  const why = bar(request, me);
  if (request.status !== "PENDING") {
    return (
      <Alert
        isInline
        component="p"
        variant={
          standing(request, now) === "APPROVED.running" ? "success" : "info"
        }
        title={sentences.ended(request)}
      >
        {request.grant && sentences.access(request, request.grant)}{" "}
        <GrantLink request={request} />
      </Alert>
    );
  }
  return (
    why && (
      <Alert
        isInline
        component="p"
        variant="info"
        title={t(`dataAccessBar.${why}`)}
      />
    )
  );
};

const StillWaiting = ({ requests }: { requests: AccessRequest[] }) => {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <Alert
      isInline
      component="p"
      variant="info"
      title={t("dataAccessStillWaiting", { count: requests.length })}
    >
      <List isPlain>
        {requests.map((one) => (
          <ListItem key={one.id}>
            <RequestLink request={one}>{words.data(one)}</RequestLink>
          </ListItem>
        ))}
      </List>
    </Alert>
  );
};

/** One request, or several that belong together, and what one may do about them. */
export const RequestView = ({
  requests,
  waiting = [],
  me,
  onLogin,
  onDecided,
  onNext,
}: RequestViewProps) => {
  const { t } = useTranslation();
  const [request] = requests;
  const drafts = useDraft(
    me.id,
    requests.map(({ id }) => id),
  );
  const count = requests.length;
  const counts = {
    APPROVE: requests.filter((one) => one.decidable).length,
    DENY: requests.filter((one) => mayDeny(one, me)).length,
  };
  const decides =
    counts.APPROVE === count ? "" : counts.APPROVE > 0 ? ".part" : ".none";
  const kept = drafts.draft?.choice;
  const [choice, setChoice] = useState<Choice | undefined>(
    kept && counts[kept] > 0 ? kept : undefined,
  );
  return (
    <>
      <PageSection variant="light">
        <Notice request={request} me={me} />
        {waiting.length > 0 && <StillWaiting requests={waiting} />}
        {count > 1 && (
          <Alert
            isInline
            component="p"
            variant="info"
            title={t(`dataAccessTogether${decides}`, {
              count,
              open: counts.APPROVE,
            })}
          />
        )}
        {requests.map((one) => (
          <RequestCard key={one.id} request={one} me={me} isPart={count > 1} />
        ))}
        <Card isFlat className="pf-v5-u-mt-md">
          <CardHeader>
            <CardTitle component="h2">{t("dataAccessWho")}</CardTitle>
          </CardHeader>
          <CardBody>
            <PersonFacts request={request} />
          </CardBody>
        </Card>
      </PageSection>
      {me.approver && (
        <PageSection
          variant="light"
          stickyOnBreakpoint={{ default: "bottom" }}
          padding={{ default: "padding" }}
        >
          <Flex>
            {counts.APPROVE > 0 && (
              <Button
                onClick={() => {
                  setChoice("APPROVE");
                }}
              >
                {t("dataAccessOpenChoice.APPROVE", { count: counts.APPROVE })}
              </Button>
            )}
            {counts.DENY > 0 && (
              <Button
                variant="danger"
                onClick={() => {
                  setChoice("DENY");
                }}
              >
                {t("dataAccessOpenChoice.DENY", { count: counts.DENY })}
              </Button>
            )}
            <Button variant="link" onClick={onNext}>
              {t("dataAccessNext")}
            </Button>
          </Flex>
        </PageSection>
      )}
      {choice && (
        <Decision
          choice={choice}
          requests={requests}
          me={me}
          drafts={drafts}
          onLogin={(challenge, [id = request.id]) => onLogin(challenge, id)}
          onClose={(casts) => {
            setChoice(undefined);
            onDecided(casts);
          }}
        />
      )}
    </>
  );
};
