/* SPDX-License-Identifier: Apache-2.0 */
/** Mails that a real SMTP server gets: who is told of what, once, and what becomes of them when it is away. */
@NullMarked
package io.dataaccess.keycloak.it.mail;

import org.jspecify.annotations.NullMarked;
