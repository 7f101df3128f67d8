/* SPDX-License-Identifier: Apache-2.0 */
import { Text, TextContent, TextVariants } from "@patternfly/react-core";
import { RelativeTime } from "./RelativeTime";
import { useWords } from "./useWords";

/** How far a moment is and, below, when exactly: nobody has to hover to know. */
export const Moment = ({ at }: { at: string }) => {
  const words = useWords();
  return (
    <>
      <RelativeTime at={at} />
      <TextContent>
        <Text component={TextVariants.small}>{words.moment(at)}</Text>
      </TextContent>
    </>
  );
};
