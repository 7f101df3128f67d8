/* SPDX-License-Identifier: Apache-2.0 */
import "@testing-library/jest-dom/vitest";
import { cleanup } from "@testing-library/react";
import { afterAll, afterEach, beforeAll } from "vitest";
import { network } from "./network";

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
