/* SPDX-License-Identifier: Apache-2.0 */
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** Given by the import map of Keycloak's pages. */
const GIVEN = ["react", "react/jsx-runtime", "react-dom"];

/** Keycloak would render the entry's imports as preloads, with addresses that do not exist. */
const withoutPreloads = (folder: string): Plugin => ({
  name: "without-preloads",
  apply: "build",
  writeBundle() {
    const file = join(folder, ".vite/manifest.json");
    const manifest = JSON.parse(readFileSync(file, "utf8")) as Record<
      string,
      { isEntry?: boolean; imports?: string[] }
    >;
    Object.values(manifest)
      .filter((chunk) => chunk.isEntry)
      .forEach((entry) => delete entry.imports);
    writeFileSync(file, JSON.stringify(manifest));
  },
});

/** PatternFly's fonts are a megabyte, and Keycloak has them for its login pages. */
const fontsOfKeycloak: Plugin = {
  name: "fonts-of-keycloak",
  apply: "build",
  generateBundle(_, bundle) {
    const assets = Object.values(bundle).filter(
      (output) => output.type === "asset",
    );
    const fonts = assets.filter(({ fileName }) => fileName.endsWith(".woff2"));
    const sheets = assets.filter(({ fileName }) => fileName.endsWith(".css"));
    for (const { fileName, originalFileNames } of fonts) {
      const ofPatternFly = originalFileNames
        .map((name) => /\/(assets\/(?:fonts|pficon)\/.+)$/.exec(name)?.[1])
        .find((name) => name !== undefined);
      if (ofPatternFly === undefined) {
        this.error(`${fileName} is not known to be a font of PatternFly.`);
      }
      for (const sheet of sheets) {
        sheet.source = String(sheet.source).replaceAll(
          `./${basename(fileName)}`,
          `../../../common/keycloak/vendor/patternfly-v5/${ofPatternFly}`,
        );
      }
      // eslint-disable-next-line @typescript-eslint/no-dynamic-delete
      delete bundle[fileName];
    }
  },
};

/** The mode is the console: admin or account. */
export default defineConfig(({ mode }) => {
  const folder = join(
    import.meta.dirname,
    `../target/classes/theme/data-access/${mode}/resources`,
  );
  return {
    base: "",
    // Packages without their sources are told of as warnings in tests.
    logLevel: mode === "test" ? "error" : "warn",
    publicDir: `public/${mode}`,
    plugins: [withoutPreloads(folder), fontsOfKeycloak],
    resolve: {
      dedupe: [
        "react",
        "react-dom",
        "react-i18next",
        "i18next",
        "react-router-dom",
        "react-router",
      ],
    },
    esbuild: { jsx: "automatic", legalComments: "none" },
    // NODE_ENV, which React's own packages ask, does not follow from a mode of one's own.
    define: mode === "test" ? {} : { "process.env.NODE_ENV": '"production"' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: "esnext",
      manifest: true,
      modulePreload: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 5000,
      rollupOptions: {
        input: `src/${mode}/main.tsx`,
        external: GIVEN,
        onwarn(warning, warn) {
          // Packages also made for servers mark what is for clients, which all of this is.
          if (warning.code !== "MODULE_LEVEL_DIRECTIVE") {
            warn(warning);
          }
        },
      },
    },
    test: {
      environment: "jsdom",
      setupFiles: ["src/test/setup.ts"],
      include: ["src/**/*.test.{ts,tsx}"],
      css: false,
      testTimeout: 30_000,
      // Their imports are made for bundlers, not for Node.
      server: { deps: { inline: [/@keycloak/, /@patternfly/] } },
    },
  };
});
