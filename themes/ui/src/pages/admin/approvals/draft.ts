/* SPDX-License-Identifier: Apache-2.0 */
import { useRef, useState } from "react";
import type { AccessRequest } from "../../../api/types";
import type { Choice } from "../../../api/votes";
import { shortened } from "./durations";

/** A decision that is being written. */
export type Draft = {
  choice: Choice;
  ids: string[];
  comment: string;
  duration: string;
  /** What has become of those that were confirmed with it and sent already, in words. */
  sent?: string[];
};

const name = (person: string, place: string) =>
  `data-access.decision.${person}.${place}`;

const read = (key: string): Draft | undefined => {
  const kept = sessionStorage.getItem(key);
  return kept === null ? undefined : (JSON.parse(kept) as Draft);
};

/**
 * Kept in this tab only, for this person, with each request that it is about, so that whoever opens one that is left finds
 * it; or in one place. From the first letter on, as a session may end at any moment.
 *
 * @param here where to look for one
 * @param placesOf where to keep one about these requests
 */
export const useDraft = (
  person: string,
  here: string[],
  placesOf = (ids: string[]) => ids,
) => {
  const [draft, setDraft] = useState(() =>
    here
      .map((place) => read(name(person, place)))
      .find((kept) => kept !== undefined),
  );
  const kept = useRef(draft ? placesOf(draft.ids) : []);
  const clear = () => {
    [...here, ...kept.current].forEach((place) => {
      sessionStorage.removeItem(name(person, place));
    });
    kept.current = [];
  };
  return {
    draft,
    keep: (decision: Draft) => {
      clear();
      const places = placesOf(decision.ids);
      kept.current = places.length > 0 ? places : here.slice(0, 1);
      kept.current.forEach((place) => {
        sessionStorage.setItem(name(person, place), JSON.stringify(decision));
      });
    },
    drop: () => {
      clear();
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
