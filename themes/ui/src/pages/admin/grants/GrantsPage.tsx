/* SPDX-License-Identifier: Apache-2.0 */
import { ViewHeader } from "@keycloak/keycloak-admin-ui";
import { PageSection } from "@patternfly/react-core";
import { GrantsTable } from "./GrantsTable";

const GrantsPage = () => (
  <>
    <ViewHeader titleKey="dataAccessGrants" />
    <PageSection variant="light" className="pf-v5-u-p-0">
      <GrantsTable />
    </PageSection>
  </>
);

export default GrantsPage;
