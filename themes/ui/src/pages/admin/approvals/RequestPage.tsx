/* SPDX-License-Identifier: Apache-2.0 */
import { ViewHeader } from "@keycloak/keycloak-admin-ui";
import { PageSection } from "@patternfly/react-core";
import { useParams } from "react-router-dom";
import type { AccessRequest, Me } from "../../../api/types";
import { Loaded } from "../../../components/Loaded";
import { SensitivityLabel } from "../../../components/SensitivityLabel";
import { useBundleOf } from "../../../queries/bundles";
import { useMe } from "../../../queries/me";
import { isMissing, useRequest } from "../../../queries/requests";
import { StatusLabel, UrgentLabel } from "./Cells";
import { Kept } from "./Kept";
import { NotFound } from "./NotFound";
import { RequestView } from "./RequestView";
import { useAfterwards } from "./useAfterwards";
import { useHeadingFocus } from "./useHeadingFocus";
import { useStepUp } from "../../../admin/useStepUp";
import { useWords } from "../../../components/useWords";

type OpenedProps = { request: AccessRequest; me: Me };

const Opened = ({ request, me }: OpenedProps) => {
  const words = useWords();
  const bundle = useBundleOf(request);
  const stepUp = useStepUp();
  useHeadingFocus();
  const { afterwards, next } = useAfterwards();
  return (
    <>
      <ViewHeader
        titleKey={`${request.subject.username}: ${words.data(request)}`}
        noTranslate
        badges={[
          { text: <StatusLabel status={request.status} /> },
          { text: <SensitivityLabel sensitivity={request.sensitivity} /> },
          ...(request.urgent ? [{ text: <UrgentLabel /> }] : []),
        ]}
      />
      <Kept query={bundle}>
        {(others) => (
          <RequestView
            requests={[request, ...others]}
            me={me}
            onLogin={stepUp}
            onDecided={afterwards}
            onNext={() => {
              void next(new Set([request.id]));
            }}
          />
        )}
      </Kept>
    </>
  );
};

const RequestPage = () => {
  const { id = "" } = useParams();
  const request = useRequest(id);
  const me = useMe();
  if (isMissing(request.error)) {
    return <NotFound />;
  }
  return (
    <Loaded query={me}>
      {(caller) => (
        <Kept
          query={request}
          instead={(content) => (
            <>
              <ViewHeader titleKey="dataAccessRequest" />
              <PageSection variant="light">{content}</PageSection>
            </>
          )}
        >
          {(found) => <Opened key={found.id} request={found} me={caller} />}
        </Kept>
      )}
    </Loaded>
  );
};

export default RequestPage;
