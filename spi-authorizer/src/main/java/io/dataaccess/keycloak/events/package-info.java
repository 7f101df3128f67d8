/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What Keycloak tells us of: its events get to say what a token rests on, and what is deleted ends what rested on it.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.events;
