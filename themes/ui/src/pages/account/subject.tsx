/* SPDX-License-Identifier: Apache-2.0 */
import { useContext } from "react";
import { useTranslation } from "react-i18next";
import type { Offer, Person } from "../../api/types";
import { useOffersFor, useServiceAccounts } from "../../queries/own";
import { Requester } from "./requester";

/** What may be asked for this subject, which may be a service account of one's own. */
export const useOffersOf = (subject: Person, own: Offer[]): Offer[] => {
  const isOneself = useContext(Requester) === subject.id;
  const accounts = useServiceAccounts().data ?? [];
  const account = isOneself
    ? undefined
    : accounts.find(({ username }) => username === subject.username);
  const served = useOffersFor(account).data ?? [];
  return isOneself ? own : served;
};

/** Whose access it is, where it is not one's own. */
export const ForSubject = ({ subject }: { subject: Person }) => {
  const { t } = useTranslation();
  return (
    useContext(Requester) !== subject.id && (
      <div>{t("dataAccessForSubject", { subject: subject.username })}</div>
    )
  );
};
