/* SPDX-License-Identifier: Apache-2.0 */
import { ViewHeader } from "@keycloak/keycloak-admin-ui";
import { PageSection } from "@patternfly/react-core";
import { Kept } from "../../../components/Kept";
import { useMe } from "../../../queries/me";
import { ApprovalsList } from "./list/ApprovalsList";
import { focusHeading, useHeadingFocus } from "./request/useHeadingFocus";
import { useStepUp } from "../../../admin/useStepUp";

const ApprovalsPage = () => {
  const me = useMe();
  const stepUp = useStepUp();
  useHeadingFocus();
  return (
    <>
      <ViewHeader
        titleKey="dataAccessApprovals"
        subKey={
          me.data?.approver
            ? "dataAccessApprovalsExplain"
            : "dataAccessApprovalsExplain.reader"
        }
      />
      <PageSection variant="light" className="pf-v5-u-p-0">
        <Kept query={me}>
          {(caller) => (
            <ApprovalsList
              me={caller}
              onLogin={stepUp}
              onDecided={focusHeading}
            />
          )}
        </Kept>
      </PageSection>
    </>
  );
};

export default ApprovalsPage;
