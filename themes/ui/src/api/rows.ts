/* SPDX-License-Identifier: Apache-2.0 */

/** What the server gives in one answer at most. */
const MOST = 100;

export type Page = { first: number; max: number };

/** As many rows as asked for: a list shows up to 100, and asks for one more to know whether there is a next page. */
export const rows = async <T, P extends Page>(
  page: P,
  ask: (page: P) => Promise<T[]>,
): Promise<T[]> => {
  const { first, max } = page;
  const found = await ask({ ...page, max: Math.min(max, MOST) });
  return max > MOST && found.length === MOST
    ? [
        ...found,
        ...(await rows({ ...page, first: first + MOST, max: max - MOST }, ask)),
      ]
    : found;
};

/** A filter without what makes no difference to the number of rows. */
export const uncut = <P extends Page & { sort?: unknown }>({
  ...filter
}: P): Omit<P, keyof Page | "sort"> => {
  const rest: Partial<P> = filter;
  delete rest.first;
  delete rest.max;
  delete rest.sort;
  return rest as Omit<P, keyof Page | "sort">;
};
