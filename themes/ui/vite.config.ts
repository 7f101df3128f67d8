/* SPDX-License-Identifier: Apache-2.0 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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

/** The mode is the console: admin or account. */
export default defineConfig(({ mode }) => {
  const folder = join(
    import.meta.dirname,
    `../target/classes/theme/data-access/${mode}/resources`,
  );
  return {
    base: "",
    logLevel: "warn",
    publicDir: `public/${mode}`,
    plugins: [withoutPreloads(folder)],
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
      rollupOptions: { input: `src/${mode}/main.tsx`, external: GIVEN },
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
