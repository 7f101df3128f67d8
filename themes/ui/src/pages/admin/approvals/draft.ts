/* SPDX-License-Identifier: Apache-2.0 */
import { useState } from "react";
import type { AccessRequest } from "../../../api/types";
import type { Choice } from "../../../api/votes";
import { shortened } from "./durations";

/** A decision that is being written. */
export type Draft = {
  choice: Choice;
  ids: string[];
  comment: string;
  duration: string;
};

const name = (person: string, place: string) =>
  `data-access.decision.${person}.${place}`;

const read = (key: string): Draft | undefined => {
  const kept = sessionStorage.getItem(key);
  return kept === null ? undefined : (JSON.parse(kept) as Draft);
};

/**
 * Kept in this tab only, for this person and this place: the id of a request, or the list. From the first letter on, as a
 * session may end at any moment.
 */
export const useDraft = (person: string, place: string) => {
  const key = name(person, place);
  const [draft, setDraft] = useState(() => read(key));
  return {
    draft,
    keep: (decision: Draft) => {
      sessionStorage.setItem(key, JSON.stringify(decision));
    },
    drop: () => {
      sessionStorage.removeItem(key);
      setDraft(undefined);
    },
  };
};

export type DraftStore = ReturnType<typeof useDraft>;

/** The votes that this comes to, in the order of the list. */
export const motions = (draft: Draft, requests: AccessRequest[]) =>
  requests
    .filter(({ id }) => draft.ids.includes(id))
    .map((request) => {
      const duration =
        draft.choice === "APPROVE"
          ? shortened(request, draft.duration)
          : undefined;
      const comment = draft.comment.trim();
      return {
        request,
        ballot: {
          decision: draft.choice,
          ...(comment && { comment }),
          ...(duration && { duration }),
        },
      };
    });
