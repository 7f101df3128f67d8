/* SPDX-License-Identifier: Apache-2.0 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes into the theme jar which packages its pages are built from (CycloneDX), and their licence texts. */
const target = "../target/classes/META-INF";

const npm = (...args) =>
  execFileSync("npm", [...args, "--omit=dev"], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });

const sbom = JSON.parse(npm("sbom", "--sbom-format=cyclonedx"));
// The same sources give the same jar.
delete sbom.serialNumber;
delete sbom.metadata.timestamp;

const textsIn = (folder) =>
  readdirSync(folder)
    .filter((name) => /^(licen[cs]e|notice|copying)/i.test(name))
    .map((name) => readFileSync(join(folder, name), "utf8").trim());

const [, ...folders] = npm("ls", "--all", "--parseable").trim().split("\n");
const packages = new Map();
for (const folder of folders) {
  const file = readFileSync(join(folder, "package.json"), "utf8");
  const { name, version, license } = JSON.parse(file);
  if (!license) {
    throw new Error(`${name} ${version} names no licence.`);
  }
  const texts = textsIn(folder).join("\n\n") || `Licence: ${license}`;
  packages.set(texts, [
    ...(packages.get(texts) ?? []),
    `${name} ${version} (${license})`,
  ]);
}
const notices = [...packages].map(
  ([texts, names]) => `${names.join("\n")}\n\n${texts}\n`,
);

mkdirSync(`${target}/sbom`, { recursive: true });
writeFileSync(
  `${target}/sbom/keycloak-data-access-themes.cdx.json`,
  `${JSON.stringify(sbom, null, 2)}\n`,
);
writeFileSync(
  `${target}/THIRD-PARTY.txt`,
  notices.join(`\n${"-".repeat(80)}\n\n`),
);
