/* SPDX-License-Identifier: Apache-2.0 */
import type { components } from "./schema";

type Schemas = components["schemas"];

export type Category = Schemas["Category"];
export type Grant = Schemas["Grant"];
export type Me = Schemas["Me"];
export type Offer = Schemas["Offer"];
export type AccessRequest = Schemas["Request"];
export type RequestStatus = Schemas["RequestStatus"];
export type Sensitivity = Schemas["Sensitivity"];
export type Vote = Schemas["Vote"];
