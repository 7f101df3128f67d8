/* SPDX-License-Identifier: Apache-2.0 */
import { Button } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { createSearchParams, useNavigate } from "react-router-dom";
import type { AccessRequest } from "../../../api/types";
import { useDraftOf } from "./draft";

/** Opens the form as it was sent, so that only what was wrong has to be changed. */
export const AskAgain = ({ request }: { request: AccessRequest }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const keep = useDraftOf();
  const ask = () => {
    keep(request);
    void navigate({
      search: `?${String(createSearchParams({ ask: "", again: request.id }))}`,
    });
  };
  return (
    <Button variant="secondary" onClick={ask}>
      {t("dataAccessAgain")}
    </Button>
  );
};
