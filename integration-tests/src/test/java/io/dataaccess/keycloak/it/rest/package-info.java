/* SPDX-License-Identifier: Apache-2.0 */
/** The REST interfaces of approvers and requesters on a real Keycloak. */
@NullMarked
package io.dataaccess.keycloak.it.rest;

import org.jspecify.annotations.NullMarked;
