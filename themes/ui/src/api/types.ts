/* SPDX-License-Identifier: Apache-2.0 */
import type { components } from "./schema";

type Schemas = components["schemas"];

/** What an answer may lack; the OpenAPI file knows types only, and everything else is always there. */
type Maybe =
  | "bundle"
  | "closedAt"
  | "comment"
  | "contact"
  | "duration"
  | "endedAt"
  | "endedBy"
  | "endReason"
  | "grant"
  | "group"
  | "purpose"
  | "reason"
  | "remindableAt"
  | "resource"
  | "rule"
  | "ticket"
  | "ticketPattern"
  | "until";

export type Given<T> = T extends (infer E)[]
  ? Given<E>[]
  : T extends object
    ? string extends keyof T
      ? T
      : { [K in Exclude<keyof T, Maybe>]-?: Given<NonNullable<T[K]>> } & {
          [K in Extract<keyof T, Maybe>]?: Given<NonNullable<T[K]>> | null;
        }
    : T;

export type Category = Given<Schemas["Category"]>;
export type Classification = Given<Schemas["Classification"]>;
export type Decision = Given<Schemas["Decision"]>;
export type Grant = Given<Schemas["Grant"]>;
export type Me = Given<Schemas["Me"]>;
export type Offer = Given<Schemas["Offer"]>;
export type AccessRequest = Given<Schemas["Request"]>;
export type RequestStatus = Schemas["RequestStatus"];
export type Sensitivity = Schemas["Sensitivity"];
export type Vote = Given<Schemas["Vote"]>;
