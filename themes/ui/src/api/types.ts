/* SPDX-License-Identifier: Apache-2.0 */
import type { components } from "./schema";

type Schemas = components["schemas"];

type Named = {
  /** First and last name; a server of an older version does not tell. */
  name?: string | null;
};

export type Person = Schemas["Person"] & Named;
export type Category = Schemas["Category"];
export type Grant = Omit<Schemas["Grant"], "subject" | "endedBy"> & {
  subject: Person;
  endedBy: Person | null;
  /** What the gate would say now; `active` is its own term. */
  usable?: boolean;
  usableUntil?: string | null;
};
export type Me = Schemas["Me"];
export type Offer = Schemas["Offer"];
export type Progress = Schemas["Progress"] & {
  /** Of the group; its path alone says little. */
  description?: string | null;
};
export type AccessRequest = Omit<
  Schemas["Request"],
  "subject" | "requester" | "progress" | "votes" | "grant"
> & {
  subject: Schemas["Subject"] & Named;
  requester: Person;
  progress: Progress[];
  votes: Vote[];
  grant: Grant | null;
};
export type RequestStatus = Schemas["RequestStatus"];
export type Sensitivity = Schemas["Sensitivity"];
export type Vote = Omit<Schemas["Vote"], "approver"> & {
  approver: Person | null;
};
