/* SPDX-License-Identifier: Apache-2.0 */
import js from "@eslint/js";
import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** Types may be named everywhere, values only along the chain api → queries → pages. */
const keepOut = (...folders) => ({
  "@typescript-eslint/no-restricted-imports": [
    "error",
    {
      patterns: folders.map((folder) => ({
        group: [`**/${folder}/**`],
        allowTypeImports: true,
        message: "The chain is api → queries → pages.",
      })),
    },
  ],
});

export default tseslint.config(
  { ignores: ["src/api/schema.d.ts", "node_modules"] },
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [
      tseslint.configs.strictTypeChecked,
      hooks.configs.flat["recommended-latest"],
    ],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "no-restricted-globals": [
        "error",
        { name: "fetch", message: "Calls are made by src/api/client.ts." },
      ],
    },
  },
  { files: ["**/*.mjs"], languageOptions: { globals: { process: false } } },
  {
    files: ["src/api/**"],
    rules: keepOut("queries", "pages", "components", "admin", "account"),
  },
  {
    files: ["src/queries/**"],
    rules: keepOut("pages", "components", "admin", "account"),
  },
  { files: ["src/components/**"], rules: keepOut("api", "pages") },
  { files: ["src/pages/**"], rules: keepOut("api") },
);
