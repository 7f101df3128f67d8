/* SPDX-License-Identifier: Apache-2.0 */
import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterAll, afterEach, beforeAll } from "vitest";
import { network } from "./network";

// A busy machine is no failure.
configure({ asyncUtilTimeout: 10_000 });

beforeAll(() => {
  network.listen({ onUnhandledRequest: "error" });
});

afterEach(() => {
  cleanup();
  network.resetHandlers();
  localStorage.clear();
});

afterAll(() => {
  network.close();
});
