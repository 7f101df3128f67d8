/* SPDX-License-Identifier: Apache-2.0 */
import type { AccessType } from "@keycloak/keycloak-admin-client/lib/defs/whoAmIRepresentation";
import { generatePath } from "react-router-dom";
import type { Resource } from "../../../../api/classification";

/** One of Keycloak's own pages, and the rights without which it shows nothing. */
type Place = { path: string; access: AccessType[] };

const PLACES: Partial<Record<string, Place>> = {
  "client-scope": {
    path: "/:realm/client-scopes/:id/settings",
    access: ["view-clients"],
  },
  client: {
    path: "/:realm/clients/:id/settings",
    access: ["query-clients", "view-clients"],
  },
  group: {
    path: "/:realm/groups/:id",
    access: ["query-groups", "view-users"],
  },
  user: {
    path: "/:realm/users/:id/settings",
    access: ["query-users", "view-users"],
  },
  role: {
    path: "/:realm/roles/:id/details",
    access: ["view-realm", "view-users"],
  },
  realm: { path: "/:realm/realm-settings/general", access: ["view-realm"] },
  events: { path: "/:realm/realm-settings/events", access: ["view-realm"] },
  "user-profile": {
    path: "/:realm/realm-settings/user-profile/attributes",
    access: ["view-realm"],
  },
  "required-action": {
    path: "/:realm/authentication/required-actions",
    access: ["view-realm", "view-identity-providers", "view-clients"],
  },
  // The page of one of them has its type in its address, which is not known here.
  "identity-provider": {
    path: "/:realm/identity-providers",
    access: ["view-identity-providers"],
  },
};

/** Settings of the realm are on several pages. */
const OF_REALM: Partial<Record<string, string>> = {
  refresh_token_rotation: "/:realm/realm-settings/tokens",
  registration_open: "/:realm/realm-settings/login",
};

/** Where somebody with the rights can put it right; nothing when Keycloak has no page for it or they may not see it. */
export const placeOf = (
  realm: string,
  code: string,
  resource: Resource | null,
  hasAccess: (...types: AccessType[]) => boolean,
): string | undefined => {
  const place = resource && PLACES[resource.type];
  return place && hasAccess(...place.access)
    ? generatePath(OF_REALM[code] ?? place.path, { realm, id: resource.id })
    : undefined;
};
