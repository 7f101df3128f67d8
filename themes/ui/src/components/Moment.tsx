/* SPDX-License-Identifier: Apache-2.0 */
import { Text, TextContent, TextVariants } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { RelativeTime } from "./RelativeTime";

/** How far a moment is and, below, when exactly: nobody has to hover to know. */
export const Moment = ({ at }: { at: string }) => {
  const { i18n } = useTranslation();
  const exact = new Intl.DateTimeFormat(i18n.language, {
    dateStyle: "medium",
    timeStyle: "short",
  });
  return (
    <>
      <RelativeTime at={at} />
      <TextContent>
        <Text component={TextVariants.small}>{exact.format(new Date(at))}</Text>
      </TextContent>
    </>
  );
};
