/* SPDX-License-Identifier: Apache-2.0 */
import { ListEmptyState } from "@keycloak/keycloak-ui-shared";
import { Text, TextContent, TextVariants } from "@patternfly/react-core";
import { CheckCircleIcon } from "@patternfly/react-icons";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import type { Problem } from "../../../../api/classification";
import { type Column, Rows } from "../../../../components/table/Rows";
import { SeverityLabel } from "./SeverityLabel";

/** In the reader's language, from what the problem names; in the server's own words where its code is new here. */
const useSentence = ({ code, params, place, where, message }: Problem) => {
  const { t, i18n } = useTranslation();
  const at = `dataAccessPlace.${place.kind}`;
  const detail = ["dataAccessProblemDetail", code, params.kind]
    .filter(Boolean)
    .join(".");
  return i18n.exists(at) && i18n.exists(detail)
    ? { text: `${t(at, { replace: place })} ${t(detail, { replace: params })}` }
    : { text: `${where} ${message}`, lang: "en" };
};

const What = ({ problem }: { problem: Problem }) => {
  const { t } = useTranslation();
  const { text, lang } = useSentence(problem);
  return (
    <TextContent>
      <Text component={TextVariants.p} className="pf-v5-u-mb-0">
        <strong>
          {t(`dataAccessProblem.${problem.code}`, {
            defaultValue: problem.code,
          })}
        </strong>
      </Text>
      <Text component={TextVariants.small} lang={lang}>
        {text} (<code>{problem.code}</code>)
      </Text>
    </TextContent>
  );
};

type ProblemsProps = {
  problems: Problem[];
  /** The page of Keycloak's own where it is put right, if there is one that the viewer may open. */
  placeOf: (problem: Problem) => string | undefined;
};

export const Problems = ({ problems, placeOf }: ProblemsProps) => {
  const { t } = useTranslation();
  const columns: Column<Problem>[] = [
    {
      title: t("dataAccessSeverity"),
      cell: ({ severity }) => <SeverityLabel severity={severity} />,
    },
    {
      title: t("dataAccessWhat"),
      cell: (problem) => <What problem={problem} />,
    },
    {
      title: t("dataAccessWhere"),
      width: 20,
      cell: (problem) => {
        const place = placeOf(problem);
        const name = problem.resource?.name ?? problem.where;
        return place ? <Link to={place}>{name}</Link> : name;
      },
    },
  ];
  return problems.length === 0 ? (
    <ListEmptyState
      icon={CheckCircleIcon}
      message={t("dataAccessNoProblems")}
      instructions={t("dataAccessNoProblemsInstructions")}
    />
  ) : (
    <Rows
      rows={worstFirst(problems)}
      columns={columns}
      rowKey={({ code, where, message }) => `${code} ${where} ${message}`}
      label={t("dataAccessProblems")}
    />
  );
};

const worstFirst = (problems: Problem[]) =>
  [...problems].sort((a, b) => rank(a) - rank(b));

const rank = ({ severity }: Problem) => (severity === "ERROR" ? 0 : 1);
