/* SPDX-License-Identifier: Apache-2.0 */
import { Icon, List, ListItem } from "@patternfly/react-core";
import {
  CheckCircleIcon,
  ExclamationCircleIcon,
  ExclamationTriangleIcon,
} from "@patternfly/react-icons";
import type { Cast } from "../../../queries/votes";
import { GrantLink } from "./GrantLink";
import { Item } from "./list/Item";
import { useSentences } from "./useSentences";

const SIGNS = {
  voted: { status: "success", icon: <CheckCircleIcon /> },
  refused: { status: "danger", icon: <ExclamationCircleIcon /> },
  login: { status: "warning", icon: <ExclamationTriangleIcon /> },
  unsent: { status: "warning", icon: <ExclamationTriangleIcon /> },
  unknown: { status: "danger", icon: <ExclamationCircleIcon /> },
} as const;

/** Request by request what happened. */
export const Outcomes = ({ casts }: { casts: Cast[] }) => {
  const sentences = useSentences();
  return (
    <List isPlain isBordered role="list">
      {casts.map(({ request, outcome }) => {
        const { status, icon } = SIGNS[outcome.kind];
        return (
          <ListItem
            key={request.id}
            icon={
              <Icon status={status} isInline>
                {icon}
              </Icon>
            }
          >
            {/* One element: beside an icon each would be a column of its own. */}
            <div>
              <Item request={request} />
              <div>{sentences.outcome(outcome)}</div>
              {outcome.kind === "refused" && outcome.now && (
                <GrantLink request={outcome.now} />
              )}
            </div>
          </ListItem>
        );
      })}
    </List>
  );
};
