/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

/** Which part of a list is asked for. */
public record PageRange(int first, int max) {}
