/* SPDX-License-Identifier: Apache-2.0 */
import type { Progress } from "../../api/types";

type Seats = Pick<Progress, "group" | "description">[];

const last = (path: string) => path.slice(path.lastIndexOf("/") + 1);

/**
 * A group as people know it: by its description, else by its name, and by its path where another of these groups has the
 * same name.
 */
export const groupName = (path: string, seats: Seats): string => {
  const described = seats.find(({ group }) => group === path)?.description;
  const isAlone = seats.every(
    ({ group }) => group === path || last(group) !== last(path),
  );
  return described || (isAlone ? last(path) : path.replace(/^\//, ""));
};
