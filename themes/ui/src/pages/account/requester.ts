/* SPDX-License-Identifier: Apache-2.0 */
import { createContext } from "react";

/** Id of who is signed in: drafts in one browser are one person's. */
export const Requester = createContext("");
