/* SPDX-License-Identifier: Apache-2.0 */

const SENSITIVITIES = ["PUBLIC", "INTERNAL", "CONFIDENTIAL", "RESTRICTED"];

type Level = { jurisdiction: string; sensitivity: string };

/** By jurisdiction, in each the most sensitive first. */
export const byLevel = (a: Level, b: Level): number =>
  a.jurisdiction.localeCompare(b.jurisdiction) ||
  SENSITIVITIES.indexOf(b.sensitivity) - SENSITIVITIES.indexOf(a.sensitivity);
