/* SPDX-License-Identifier: Apache-2.0 */
import type { ReactNode } from "react";
import { useLocation } from "react-router-dom";
import { toRequest } from "../../../../admin/paths";
import type { AccessRequest } from "../../../../api/types";
import { useApi } from "../../../../queries/api";
import { TextLink } from "../../../../components/TextLink";

type RequestLinkProps = { request: AccessRequest; children: ReactNode };

/** Takes the filters of the list along, for the way back and for what comes next. */
export const RequestLink = ({ request, children }: RequestLinkProps) => {
  const { realm } = useApi();
  const { search } = useLocation();
  return (
    <TextLink to={{ ...toRequest({ realm, id: request.id }), search }}>
      {children}
    </TextLink>
  );
};
