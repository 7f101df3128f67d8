/* SPDX-License-Identifier: Apache-2.0 */
import { Alert, AlertActionLink } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Challenge } from "../../api/ApiError";
import type { NeededLogin } from "../../api/types";
import { useNow } from "./clock";
import { durationOf, period } from "../text/timeWords";
import { UnreachableLevel } from "./UnreachableLevel";

/** So many seconds somebody needs to write down a decision. */
const WRITING = 60;

/** Where very fresh logins are asked for, half of that. */
const writing = (maxAge: number) => Math.min(WRITING, maxAge / 2);

/** Whether the present login will do until the decision is written. */
const isGoodEnough = ({ goodUntil, maxAge }: NeededLogin, now: number) =>
  goodUntil !== null && Date.parse(goodUntil) >= now + writing(maxAge) * 1000;

/** One login that is good enough for all of these. */
const strictest = (logins: [NeededLogin, ...NeededLogin[]]) => {
  const [first, ...others] = logins;
  const strongest = others.reduce(
    (one, other) => ((other.level ?? 0) > (one.level ?? 0) ? other : one),
    first,
  );
  return {
    maxAge: Math.min(...logins.map(({ maxAge }) => maxAge)),
    acrValues: strongest.acrValues,
  };
};

/** What the server says of the login for a decision, null where any will do; and which data that is about. */
type Needed = { login: NeededLogin | null; data: string };

type LoginNeededProps = {
  /** Of each that is to be decided. */
  logins: Needed[];
  onLogin: (challenge: Challenge) => unknown;
};

/** That the login is too old or too weak, before anything is typed; the server asks all the same. */
export const LoginNeeded = ({ logins, onLogin }: LoginNeededProps) => {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const short = logins.flatMap(({ login, data }) =>
    login && !isGoodEnough(login, now) ? [{ ...login, data }] : [],
  );
  const level = short.find(({ unreachable }) => unreachable)?.unreachable;
  const reachable = short.filter(({ unreachable }) => !unreachable);
  const [first, ...others] = reachable;
  if (!first) {
    return level && <UnreachableLevel level={level} />;
  }
  const { maxAge, acrValues } = strictest([first, ...others]);
  const kind = acrValues ? "strong" : "fresh";
  const which = reachable.length < logins.length ? `${kind}.for` : kind;
  return (
    <>
      {level && <UnreachableLevel level={level} />}
      <Alert
        isInline
        component="p"
        variant="info"
        className="pf-v5-u-mb-md"
        title={t(`dataAccessLoginFirst.${which}`, {
          data: new Intl.ListFormat(i18n.language).format([
            ...new Set(reachable.map(({ data }) => data)),
          ]),
          age: period(durationOf(maxAge), i18n.language),
        })}
        actionLinks={
          <AlertActionLink
            onClick={() => {
              onLogin({
                // Less than the age of the present one, which else would do without a password, and bring back here.
                maxAge: String(Math.floor(maxAge - writing(maxAge))),
                ...(acrValues && { acrValues }),
              });
            }}
          >
            {t("dataAccessLogin")}
          </AlertActionLink>
        }
      >
        {t(`dataAccessLoginFirstHelp.${kind}`)}
      </Alert>
    </>
  );
};
