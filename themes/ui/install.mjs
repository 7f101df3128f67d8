/* SPDX-License-Identifier: Apache-2.0 */
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";

/** npm writes this file last, so it is older than the lock file only when something is to be installed. */
const installed = "node_modules/.package-lock.json";

const changed = (file) =>
  statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

if (changed(installed) < changed("package-lock.json")) {
  const npm = spawnSync(
    "npm",
    ["ci", "--no-audit", "--no-fund", "--prefer-offline"],
    { stdio: "inherit" },
  );
  process.exitCode = npm.status ?? 1;
}
