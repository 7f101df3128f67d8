/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Mails that wait in Keycloak's outbox: who hears of what, and when. Package {@code mail} sends them.
 */
@org.jspecify.annotations.NullMarked
package io.dataaccess.keycloak.notify;
