/* SPDX-License-Identifier: Apache-2.0 */
import { Button, ToolbarItem } from "@patternfly/react-core";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Challenge } from "../../../api/ApiError";
import type { Bundle } from "../../../api/bundles";
import type { AccessRequest, Me } from "../../../api/types";
import { decidable } from "./list/bundle";
import { Decision } from "./request/Decision";
import { useDraft } from "./draft";

type DenyTogetherProps = {
  /** The rows of the page. */
  bundles: Bundle[];
  /** Keys of those selected. */
  selected: ReadonlySet<string>;
  me: Me;
  onLogin: (challenge: Challenge) => unknown;
  onDecided: () => void;
};

const LIST = ["list"];

const requestsOf = (bundles: Bundle[]) =>
  bundles.flatMap(({ requests }) => requests);

/** A no needs no second thought for each; a yes does, and is given one by one on purpose. */
export const DenyTogether = ({
  bundles,
  selected,
  me,
  onLogin,
  onDecided,
}: DenyTogetherProps) => {
  const { t } = useTranslation();
  const note = useId();
  const drafts = useDraft(me.id, LIST, () => LIST);
  const [denied, setDenied] = useState<AccessRequest[]>([]);
  const kept = requestsOf(bundles).filter(({ id }) =>
    drafts.draft?.ids.includes(id),
  );
  const chosen = requestsOf(bundles.filter(({ key }) => selected.has(key)));
  // Taken over once: the rows go while the answers to the votes are still to be read.
  if (denied.length === 0 && kept.length > 0) {
    setDenied(kept);
  }
  return (
    <>
      {/* Always there, so that nothing jumps when somebody selects. */}
      <ToolbarItem>
        <Button
          variant="secondary"
          isDanger
          isAriaDisabled={selected.size === 0}
          aria-describedby={note}
          onClick={() => {
            setDenied(chosen);
          }}
        >
          {t("dataAccessDenySelected", { count: decidable(chosen).length })}
        </Button>
      </ToolbarItem>
      <ToolbarItem
        alignSelf="center"
        className="pf-v5-u-font-size-sm"
        id={note}
      >
        {t("dataAccessApproveOneByOne")}
      </ToolbarItem>
      {denied.length > 0 && (
        <Decision
          choice="DENY"
          requests={denied}
          me={me}
          drafts={drafts}
          onLogin={onLogin}
          onClose={(casts) => {
            setDenied([]);
            if (casts.length > 0) {
              onDecided();
            }
          }}
        />
      )}
    </>
  );
};
