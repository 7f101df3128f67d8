/* SPDX-License-Identifier: Apache-2.0 */
import { Pagination } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Paging } from "../../components/table/usePaging";

type PagerProps = {
  paging: Paging;
  /** Rows as they came, of which there is one more than shown when there is a next page. */
  count: number;
};

/** Only where there is more than one page. */
export const Pager = ({ paging, count }: PagerProps) => {
  const { t } = useTranslation();
  const { first, max, setFirst } = paging;
  if (first === 0 && count <= max) {
    return null;
  }
  const turn = (_: unknown, page: number) => {
    setFirst((page - 1) * max);
  };
  return (
    <Pagination
      isCompact
      isStatic
      itemCount={first + count}
      page={Math.round(first / max) + 1}
      perPage={max}
      toggleTemplate={() => (
        <b>{`${String(first + 1)} – ${String(first + Math.min(count, max))}`}</b>
      )}
      titles={{
        paginationAriaLabel: t("pagination"),
        toPreviousPageAriaLabel: t("dataAccessPreviousPage"),
        toNextPageAriaLabel: t("dataAccessNextPage"),
      }}
      onNextClick={turn}
      onPreviousClick={turn}
    />
  );
};
