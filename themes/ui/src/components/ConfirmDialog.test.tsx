/* SPDX-License-Identifier: Apache-2.0 */
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type ComponentProps } from "react";
import { expect, it, vi } from "vitest";
import { show } from "../test/show";
import { ConfirmDialog } from "./ConfirmDialog";

const ask = async (props: Partial<ComponentProps<typeof ConfirmDialog>>) => {
  const onConfirm = vi.fn();
  const onCancel = vi.fn();
  await show(
    <ConfirmDialog
      title="Revoke?"
      confirm="Revoke"
      onConfirm={onConfirm}
      onCancel={onCancel}
      {...props}
    >
      It ends at once.
    </ConfirmDialog>,
  );
  return { onConfirm, onCancel };
};

const confirm = () => screen.getByRole("button", { name: /Revoke/ });

it("asks by its title, and tells the answer", async () => {
  const { onConfirm, onCancel } = await ask({});

  expect(screen.getByRole("dialog", { name: "Revoke?" })).toHaveTextContent(
    "It ends at once.",
  );
  await userEvent.click(confirm());
  expect(onConfirm).toHaveBeenCalledOnce();
  expect(onCancel).not.toHaveBeenCalled();
});

it("lets go by button and by escape", async () => {
  const { onConfirm, onCancel } = await ask({});

  await userEvent.click(screen.getByTestId("cancel"));
  await userEvent.keyboard("{Escape}");
  expect(onCancel).toHaveBeenCalledTimes(2);
  expect(onConfirm).not.toHaveBeenCalled();
});

it("cannot be confirmed twice while the server decides", async () => {
  const { onConfirm } = await ask({ isPending: true });

  expect(confirm()).toBeDisabled();
  await userEvent.click(confirm());
  expect(onConfirm).not.toHaveBeenCalled();
});

it("stays with the reason when the server refused", async () => {
  await ask({ error: new Error("It has ended already.") });

  expect(screen.getByRole("dialog")).toHaveTextContent("It has ended already.");
  expect(confirm()).toBeEnabled();
});

it("asks before what was typed is lost, by button and by escape", async () => {
  const { onCancel } = await ask({ isTyped: true });

  await userEvent.keyboard("{Escape}");
  expect(screen.getByText(/Discard what you have written\?/)).toBeVisible();
  await userEvent.keyboard("{Escape}");
  expect(screen.queryByText(/Discard what/)).not.toBeInTheDocument();
  await userEvent.click(screen.getByTestId("cancel"));
  await userEvent.click(screen.getByRole("button", { name: "Go on writing" }));
  expect(onCancel).not.toHaveBeenCalled();
  await userEvent.click(screen.getByTestId("cancel"));
  await userEvent.click(screen.getByRole("button", { name: "Discard" }));
  expect(onCancel).toHaveBeenCalledOnce();
});
