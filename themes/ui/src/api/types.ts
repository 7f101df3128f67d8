/* SPDX-License-Identifier: Apache-2.0 */
import type { components } from "./schema";

type Schemas = components["schemas"];

export type Person = Schemas["Person"];
export type Category = Schemas["Category"];
export type Grant = Omit<Schemas["Grant"], "subject" | "endedBy"> & {
  subject: Person;
  endedBy: Person | null;
};
export type NeededLogin = Schemas["NeededLogin"];
export type Me = Schemas["Me"];
export type Offer = Schemas["Offer"];
export type Progress = Schemas["Progress"];
export type AccessRequest = Omit<
  Schemas["Request"],
  "subject" | "requester" | "progress" | "votes" | "grant"
> & {
  subject: Schemas["Subject"];
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
