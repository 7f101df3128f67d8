/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

/** Which part of a list is asked for. */
public record PageRange(int first, int max) {

    /** As many of a list are counted or searched, so that it takes no longer when there are a million. */
    public static final int MOST = 10_000;
}
