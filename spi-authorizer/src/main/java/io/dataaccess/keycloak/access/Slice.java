/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

/** Which part of a list is asked for. */
public record Slice(int first, int max) {}
