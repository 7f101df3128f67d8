/* SPDX-License-Identifier: Apache-2.0 */
import { ViewHeader } from "@keycloak/keycloak-admin-ui";
import { PageSection } from "@patternfly/react-core";

const RequestPage = () => (
  <>
    <ViewHeader titleKey="dataAccessRequest" />
    <PageSection variant="light" />
  </>
);

export default RequestPage;
