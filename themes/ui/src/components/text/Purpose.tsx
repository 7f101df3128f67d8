/* SPDX-License-Identifier: Apache-2.0 */
import { useWords } from "./useWords";

/** By its name in the reader's language, else made readable. */
export const Purpose = ({ of }: { of: string }) => (
  <>{useWords().purpose(of)}</>
);
