/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Mail: takes what waits in the outbox, looks up whom it concerns and what holds by then, and sends it through the realm's
 * mail server and e-mail theme.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.mail;
