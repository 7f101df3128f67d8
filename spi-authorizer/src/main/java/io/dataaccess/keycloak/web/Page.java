/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

import io.dataaccess.keycloak.access.PageRange;

/** Which part of a list is asked for. */
public record Page(int first, int max) {

    static final int USUAL = 20;
    static final int LONGEST = 100;

    public Page {
        if (first < 0 || max < 1 || max > LONGEST) {
            throw InvalidCallException.invalid("first is at least 0, max from 1 to " + LONGEST);
        }
    }

    public PageRange page() {
        return new PageRange(first, max);
    }
}
