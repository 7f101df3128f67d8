/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Mail: takes letters out of Keycloak's outbox, looks up whom they concern and what holds by then, and sends them through
 * the realm's mail server and e-mail theme.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.mail;
