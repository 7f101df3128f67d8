/* SPDX-License-Identifier: Apache-2.0 */
import { useMutation } from "@tanstack/react-query";
import type { ApiError } from "../api/ApiError";
import { type Attempt, decide, type Decision } from "../api/decisions";
import { useApi } from "./api";

/** Asked again for each attempt: the decision is the one of that moment. */
export const useDecision = () => {
  const api = useApi();
  return useMutation<Decision, ApiError, Attempt>({
    mutationFn: (attempt) => decide(api, attempt),
  });
};
