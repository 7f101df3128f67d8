/* SPDX-License-Identifier: Apache-2.0 */
import { useContext, useEffect, useState } from "react";
import type { AccessRequest } from "../../../api/types";
import { Requester } from "../requester";

export type Draft = {
  clientId: string;
  scope: string;
  purpose: string;
  justification: string;
  ticket: string;
  duration: string;
  urgent: boolean;
  /** A service account; blank for oneself. */
  subject: string;
};

const BLANK: Draft = {
  clientId: "",
  scope: "",
  purpose: "",
  justification: "",
  ticket: "",
  duration: "",
  urgent: false,
  subject: "",
};

const stored = (name: string): Partial<Draft> => {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? "{}") as Partial<Draft>;
  } catch {
    // Written by something else: as good as none.
    return {};
  }
};

const useName = () => `data-access-draft-${useContext(Requester)}`;

/** Keeps what a request asked for, as if it had just been typed. */
export const useDraftOf = () => {
  const name = useName();
  const me = useContext(Requester);
  return (request: AccessRequest) => {
    const draft: Draft = {
      clientId: request.clientId,
      scope: request.scope,
      purpose: request.purpose,
      justification: request.justification,
      ticket: request.ticket ?? "",
      duration: request.requestedDuration,
      urgent: request.urgent,
      subject: request.subject.id === me ? "" : request.subject.username,
    };
    sessionStorage.setItem(name, JSON.stringify(draft));
  };
};

/** What is typed, kept in this tab until it is filed or given up; what the address asks for comes first. */
export const useDraft = (asked: Partial<Draft>) => {
  const name = useName();
  const [draft, setDraft] = useState<Draft>(() => {
    const kept = stored(name);
    const isSame =
      !asked.clientId ||
      (asked.clientId === kept.clientId && asked.scope === kept.scope);
    return isSame
      ? { ...BLANK, ...asked, ...kept }
      : { ...BLANK, ...kept, duration: "", ...asked };
  });
  const [isKept, setKept] = useState(true);
  useEffect(() => {
    if (isKept) {
      sessionStorage.setItem(name, JSON.stringify(draft));
    } else {
      sessionStorage.removeItem(name);
    }
  }, [name, draft, isKept]);
  return {
    draft,
    change: (part: Partial<Draft>) => {
      setDraft((before) => ({ ...before, ...part }));
    },
    forget: () => {
      sessionStorage.removeItem(name);
      setKept(false);
    },
  };
};
