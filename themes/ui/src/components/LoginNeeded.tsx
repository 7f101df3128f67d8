/* SPDX-License-Identifier: Apache-2.0 */
import { Alert, AlertActionLink } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Challenge } from "../api/ApiError";
import type { Category } from "../api/types";
import { useApi } from "../queries/api";
import { useClassification } from "../queries/classification";
import { useNow } from "./clock";
import { durationOf, period, secondsOf } from "./timeWords";

/** So long somebody needs to write down a decision. */
const WRITING = 60;

/** How old a login may be for what the policies of these categories guard, in seconds; undefined when it is not known. */
const useMaxAge = (categories: Category[]) => {
  const policies = useClassification().data?.policies ?? [];
  const ages = policies
    .filter(({ jurisdiction, sensitivity }) =>
      categories.some(
        (category) =>
          category.jurisdiction === jurisdiction &&
          category.sensitivity === sensitivity,
      ),
    )
    .map(({ approverMaxAge }) => secondsOf(approverMaxAge));
  return ages.length > 0 ? Math.min(...ages) : undefined;
};

type LoginNeededProps = {
  /** Of all that is to be decided. */
  categories: Category[];
  onLogin: (challenge: Challenge) => unknown;
};

/** That the login is too old, before anything is typed; the server asks all the same. */
export const LoginNeeded = ({ categories, onLogin }: LoginNeededProps) => {
  const { t, i18n } = useTranslation();
  const at = useApi().loggedInAt?.();
  const maxAge = useMaxAge(categories);
  const now = useNow() / 1000;
  if (
    at === undefined ||
    maxAge === undefined ||
    now + WRITING - at <= maxAge
  ) {
    return null;
  }
  return (
    <Alert
      isInline
      component="p"
      variant="info"
      className="pf-v5-u-mb-md"
      title={t("dataAccessLoginFirst", {
        age: period(durationOf(maxAge), i18n.language),
      })}
      actionLinks={
        <AlertActionLink
          onClick={() => {
            onLogin({ maxAge: String(maxAge) });
          }}
        >
          {t("dataAccessLogin")}
        </AlertActionLink>
      }
    >
      {t("dataAccessLoginFirstHelp")}
    </Alert>
  );
};
