/* SPDX-License-Identifier: Apache-2.0 */
import { useTranslation } from "react-i18next";
import { applicationText } from "../../../../components/text/applicationText";
import type { AccessRequest } from "../../../../api/types";
import { type Column, Rows } from "../../../../components/table/Rows";
import { SensitivityLabel } from "../../../../components/text/SensitivityLabel";
import { Approved } from "./Approved";
import { Approvals, Times, Wrapped } from "./Cells";
import { Extension } from "../request/Extension";
import { RequestLink } from "./RequestLink";
import { useWords } from "../../../../components/text/useWords";

/** Each request of a bundle. */
export const ItemTable = ({ requests }: { requests: AccessRequest[] }) => {
  const { t } = useTranslation();
  const words = useWords();
  const columns: Column<AccessRequest>[] = [
    {
      title: t("dataAccessData"),
      cell: (request) => (
        <Wrapped>
          <RequestLink request={request}>{words.data(request)}</RequestLink>{" "}
          <SensitivityLabel sensitivity={request.sensitivity} />
        </Wrapped>
      ),
    },
    { title: t("dataAccessApplication"), cell: applicationText },
    {
      title: t("dataAccessPurpose"),
      cell: ({ purpose }) => <Wrapped>{words.purpose(purpose)}</Wrapped>,
    },
    {
      title: t("dataAccessDuration"),
      cell: (request) => (
        <>
          {words.period(request.requestedDuration)}
          <Extension request={request} isShort />
          <Approved request={request} />
        </>
      ),
    },
    {
      title: t("dataAccessAsked"),
      cell: (request) => <Times request={request} />,
    },
    {
      title: t("dataAccessStatus"),
      cell: (request) => (
        <Wrapped>
          <Approvals request={request} />
        </Wrapped>
      ),
    },
  ];
  return (
    <Rows
      rows={requests}
      columns={columns}
      rowKey={({ id }) => id}
      label={t("dataAccessFiledTogether")}
    />
  );
};
