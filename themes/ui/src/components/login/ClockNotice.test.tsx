/* SPDX-License-Identifier: Apache-2.0 */
import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { learnClockAhead } from "../../serverTime";
import { show } from "../../test/show";
import { ClockNotice } from "./ClockNotice";
import { RelativeTime } from "../text/RelativeTime";

const Page = () => (
  <>
    <ClockNotice />
    <RelativeTime at="2026-11-22T13:00:00Z" />
  </>
);

afterEach(() => {
  act(() => {
    learnClockAhead(0);
  });
  vi.useRealTimers();
});

it("counts by the server's clock, and says once that the computer's is wrong", async () => {
  vi.setSystemTime("2026-11-22T15:00:00Z");
  const { unmount } = await show(<Page />);
  expect(screen.getByText("2 hours ago")).toBeVisible();
  expect(screen.queryByText(/clock of this computer/)).toBeNull();

  act(() => {
    learnClockAhead(10_800);
  });

  expect(screen.getByText("in 1 hour")).toBeVisible();
  expect(
    screen.getByText(
      "The clock of this computer is about 3 hours ahead of the server",
    ),
  ).toBeVisible();
  await userEvent.click(screen.getByRole("button"));
  unmount();
  await show(<Page />);
  expect(screen.queryByText(/clock of this computer/)).toBeNull();
});
