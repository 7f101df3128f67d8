/* SPDX-License-Identifier: Apache-2.0 */
import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { AlertVariant } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router-dom";
import { toApprovals, toRequest } from "../../../../admin/paths";
import { useCounted } from "../../../../components/text/useCounted";
import { useApi } from "../../../../queries/api";
import { type NextWaiting, useNextWaiting } from "../../../../queries/bundles";
import { type Cast, isPostponed } from "../../../../queries/votes";
import { useFilters } from "../list/listState";
import { FOCUS_HEADING, focusHeading } from "./useHeadingFocus";
import { useSentences } from "../useSentences";

const votes = (casts: Cast[]) =>
  casts.flatMap(({ outcome }) =>
    outcome.kind === "voted" ? [outcome.after] : [],
  );

/** Where to go after a decision: to the next request that waits, else back to the list. */
export const useAfterwards = () => {
  const { t } = useTranslation();
  const { addAlert, addError } = useAlerts();
  const { realm } = useApi();
  const { search } = useLocation();
  const navigate = useNavigate();
  const sentences = useSentences();
  const { inText } = useCounted();
  const filters = useFilters();
  const findNext = useNextWaiting();

  const open = ({ id }: Pick<NextWaiting, "id">) =>
    navigate(
      { ...(id ? toRequest({ realm, id }) : toApprovals({ realm })), search },
      { state: FOCUS_HEADING },
    );
  const next = async (after: ReadonlySet<string>, said = "") => {
    try {
      const found = await findNext(filters, after);
      if (said) {
        addAlert(
          said,
          AlertVariant.success,
          t("dataAccessWaitingMore", inText(found.waiting)),
        );
      } else if (!found.id) {
        addAlert(t("dataAccessNoNext"), AlertVariant.info);
      }
      await open(found);
    } catch (error) {
      if (said) {
        addAlert(said);
      }
      addError("dataAccessNextFailed", error);
      focusHeading();
    }
  };
  const afterwards = (casts: Cast[]) => {
    const [first, ...others] = votes(casts);
    if (!first) {
      focusHeading();
      return;
    }
    const said =
      others.length > 0
        ? sentences.decided([first, ...others])
        : sentences.voted(first);
    const decided = casts.filter((cast) => !isPostponed(cast));
    void next(new Set(decided.map(({ request }) => request.id)), said);
  };
  return { afterwards, next, open };
};
