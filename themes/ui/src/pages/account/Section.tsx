/* SPDX-License-Identifier: Apache-2.0 */
import { PageSection, Split, SplitItem, Title } from "@patternfly/react-core";
import type { PropsWithChildren, ReactNode } from "react";

type SectionProps = { title: string; actions: ReactNode };

/** A heading with its buttons, as on Keycloak's page of devices. */
export const Section = ({
  title,
  actions,
  children,
}: PropsWithChildren<SectionProps>) => (
  <PageSection variant="light" className="pf-v5-u-px-0 pf-v5-u-pt-0">
    <Split hasGutter isWrappable className="pf-v5-u-mb-lg">
      <SplitItem isFilled>
        <Title headingLevel="h2" size="xl">
          {title}
        </Title>
      </SplitItem>
      <SplitItem>{actions}</SplitItem>
    </Split>
    {children}
  </PageSection>
);
