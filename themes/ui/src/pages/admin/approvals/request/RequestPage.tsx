/* SPDX-License-Identifier: Apache-2.0 */
import { ViewHeader } from "@keycloak/keycloak-admin-ui";
import { PageSection } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate, useParams } from "react-router-dom";
import { toRequest } from "../../../../admin/paths";
import type { AccessRequest, Me } from "../../../../api/types";
import { Kept } from "../../../../components/Kept";
import { personText } from "../../../../components/text/Person";
import { SensitivityLabel } from "../../../../components/text/SensitivityLabel";
import { useApi } from "../../../../queries/api";
import { useBundleOf } from "../../../../queries/bundles";
import { useMe } from "../../../../queries/me";
import { isMissing, useRequest } from "../../../../queries/requests";
import { StatusLabel, UrgentLabel } from "../list/Cells";
import { named } from "../list/bundle";
import { NotFound } from "./NotFound";
import { RequestView } from "./RequestView";
import { useAfterwards } from "./useAfterwards";
import { useHeadingFocus } from "./useHeadingFocus";
import { useStepUp } from "../../../../admin/useStepUp";
import { useWords } from "../../../../components/text/useWords";

type OpenedProps = { request: AccessRequest; me: Me };

const Opened = ({ request, me }: OpenedProps) => {
  const { t } = useTranslation();
  const words = useWords();
  const bundle = useBundleOf(request);
  const isPending = request.status === "PENDING";
  const count = isPending ? (bundle.data?.length ?? 0) : 0;
  // As its row in the list: all of it is named by what is most sensitive, whichever of it was opened.
  const together = [request, ...(isPending ? (bundle.data ?? []) : [])];
  const first = named(together) ?? request;
  const data = words.data(first);
  const stepUp = useStepUp();
  const { realm } = useApi();
  const { search } = useLocation();
  const navigate = useNavigate();
  useHeadingFocus();
  const { afterwards, next, open } = useAfterwards();
  return (
    <>
      <ViewHeader
        titleKey={`${personText(request.subject)}: ${count > 0 ? t("dataAccessBundle", { count, data }) : data}`}
        noTranslate
        badges={[
          { text: <StatusLabel request={request} /> },
          { text: <SensitivityLabel sensitivity={first.sensitivity} /> },
          ...(together.some(({ urgent }) => urgent)
            ? [{ text: <UrgentLabel /> }]
            : []),
        ]}
      />
      <Kept query={bundle}>
        {(others) => (
          <RequestView
            requests={[request, ...(isPending ? others : [])]}
            waiting={isPending ? [] : others}
            me={me}
            onLogin={async (challenge, id) => {
              // Back to what is still to be decided: the one that was opened may be decided by now.
              await navigate({ ...toRequest({ realm, id }), search });
              await stepUp(challenge);
            }}
            onDecided={afterwards}
            onNext={() => {
              const sibling = isPending
                ? undefined
                : others.find((one) => one.decidable);
              if (sibling) {
                void open(sibling);
              } else {
                void next(new Set([request, ...others].map(({ id }) => id)));
              }
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
    <Kept query={me}>
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
    </Kept>
  );
};

export default RequestPage;
