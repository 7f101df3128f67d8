/* SPDX-License-Identifier: Apache-2.0 */
import { useTranslation } from "react-i18next";
import { worded } from "../../components/text/serverWords";
import { refusalOf } from "../../queries/own";

/** Those of a field of the form; the others are about the whole. */
const FIELDS: Partial<Record<string, Field>> = {
  unknown_client: "clientId",
  unknown_subject: "subject",
  not_a_service_owner: "subject",
  unknown_scope: "scope",
  unknown_purpose: "purpose",
  invalid_justification: "justification",
  invalid_ticket: "ticket",
  invalid_duration: "duration",
};

export type Field =
  | "subject"
  | "clientId"
  | "scope"
  | "purpose"
  | "justification"
  | "ticket"
  | "duration";

export const fieldOf = (error: Error): Field | undefined =>
  FIELDS[refusalOf(error)?.code ?? ""];

/** What went wrong and what to do about it, in the reader's language; the server's words where it says something new. */
export const useProblem = () => {
  const { t, i18n } = useTranslation();
  return (error: Error): Error => {
    const refusal = refusalOf(error);
    if (!refusal) {
      return new Error(t("dataAccessProblem.offline"));
    }
    return new Error(
      worded({ t, i18n }, refusal, "dataAccessProblem") ??
        t("dataAccessProblem.unknown", { message: refusal.message }),
    );
  };
};
