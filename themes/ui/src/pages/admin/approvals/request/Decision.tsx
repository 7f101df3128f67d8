/* SPDX-License-Identifier: Apache-2.0 */
import { Alert, List, ListItem } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Challenge } from "../../../../api/ApiError";
import type { AccessRequest, Me } from "../../../../api/types";
import type { Choice } from "../../../../api/votes";
import { ConfirmDialog } from "../../../../components/ConfirmDialog";
import { LoginNeeded } from "../../../../components/login/LoginNeeded";
import { useWords } from "../../../../components/text/useWords";
import { type Cast, isPostponed, useVoting } from "../../../../queries/votes";
import { VoteForm } from "./VoteForm";
import { type Draft, type DraftStore, motions } from "../draft";
import { Results } from "../Results";
import { bar, mayDeny } from "./mayVote";
import { useSentences } from "../useSentences";

type DecisionProps = {
  choice: Choice;
  /** What is decided together. */
  requests: AccessRequest[];
  me: Me;
  drafts: DraftStore;
  /** With the ids of what is still to be decided after it. */
  onLogin: (challenge: Challenge, ids: string[]) => unknown;
  /** With what the votes came to; empty when nothing was sent. */
  onClose: (casts: Cast[]) => void;
};

/** Who may decide it first; only when nobody does, what one has approved and might still deny. */
const initial = (choice: Choice, requests: AccessRequest[]): Draft => {
  const decidable = requests.filter((request) => request.decidable);
  const ids = (decidable.length > 0 ? decidable : requests).map(({ id }) => id);
  return { choice, ids, comment: "", duration: "" };
};

/** Without what can no longer be decided. */
const continued = (kept: Draft, requests: AccessRequest[]): Draft => ({
  ...kept,
  ids: requests.map(({ id }) => id).filter((id) => kept.ids.includes(id)),
});

/** What somebody can put right in the form itself. */
const badInput = ([first, ...others]: Cast[]) =>
  others.length === 0 &&
  first?.outcome.kind === "refused" &&
  first.outcome.why.code.startsWith("invalid_")
    ? first.outcome
    : undefined;

/** One confirmation for one or several requests; each is a vote of its own. */
export const Decision = ({
  choice,
  requests,
  me,
  drafts,
  onLogin,
  onClose,
}: DecisionProps) => {
  const { t } = useTranslation();
  const sentences = useSentences();
  const words = useWords();
  const voting = useVoting();
  // As the confirmation was opened: what changes meanwhile is said by the server's answers.
  const [items] = useState(requests);
  const open = items.filter((request) =>
    choice === "DENY" ? mayDeny(request, me) : request.decidable,
  );
  const others = items
    .filter((request) => !open.includes(request))
    .map((request) => ({
      request,
      why: t(`dataAccessBar.${bar(request, me) ?? "decided"}`),
    }));
  const [restored] = useState(drafts.draft !== undefined);
  const [draft, setDraft] = useState(
    drafts.draft ? continued(drafts.draft, open) : initial(choice, open),
  );
  const { sent = [] } = draft;
  const [casts, setCasts] = useState<Cast[]>([]);
  const wrong = badInput(casts);

  const close = (cast: Cast[]) => {
    drafts.drop();
    onClose(cast);
  };
  const send = () => {
    voting.mutate(motions(draft, open), {
      onSuccess: (cast) => {
        if (cast.length === 1 && cast[0]?.outcome.kind === "voted") {
          close(cast);
        } else {
          setCasts(cast);
        }
      },
    });
  };
  if (casts.length > 0 && !wrong) {
    return (
      <Results
        casts={casts}
        again={restored}
        onLogin={(challenge) => {
          const ids = casts.filter(isPostponed).map((cast) => cast.request.id);
          const said = casts
            .filter((cast) => !isPostponed(cast))
            .map(({ outcome }) => sentences.outcome(outcome));
          drafts.keep({ ...draft, ids, sent: [...sent, ...said] });
          onLogin(challenge, ids);
        }}
        onClose={() => {
          close(casts);
        }}
      />
    );
  }
  return (
    <ConfirmDialog
      title={t(`dataAccessConfirm.${choice}`, {
        count: draft.ids.length || open.length,
      })}
      confirm={t(`dataAccessChoice.${choice}`)}
      confirmVariant={choice === "DENY" ? "danger" : "primary"}
      isDisabled={
        draft.ids.length === 0 || (choice === "DENY" && !draft.comment.trim())
      }
      isPending={voting.isPending}
      error={wrong ? new Error(sentences.outcome(wrong)) : null}
      isTyped={draft.comment.trim() !== ""}
      onConfirm={send}
      onCancel={() => {
        close([]);
      }}
    >
      {restored && (
        <Alert
          variant="info"
          isInline
          component="p"
          className="pf-v5-u-mb-md"
          title={t(
            sent.length > 0 ? "dataAccessRestoredRest" : "dataAccessRestored",
          )}
        >
          {sent.length > 0 && (
            <List isPlain>
              {sent.map((one) => (
                <ListItem key={one}>{one}</ListItem>
              ))}
            </List>
          )}
        </Alert>
      )}
      <LoginNeeded
        logins={open.map((one) => ({
          login: one.login,
          data: words.data(one),
        }))}
        onLogin={(challenge) => {
          drafts.keep(draft);
          onLogin(challenge, draft.ids);
        }}
      />
      <VoteForm
        draft={draft}
        onChange={(changed) => {
          setDraft(changed);
          drafts.keep(changed);
        }}
        requests={open}
        others={others}
      />
    </ConfirmDialog>
  );
};
