/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.login;

import java.util.List;
import java.util.stream.Stream;

/** The path of a call of one of Keycloak's own interfaces. */
public final class CallPath {

    private CallPath() {}

    /**
     * Without matrix parameters. {@code getPathSegments} would decode the path a second time, and fail on a percent sign
     * (RESTEasy Reactive of Keycloak 26.7.3).
     */
    public static List<String> segments(String path) {
        return Stream.of(path.split("/"))
                .map(segment -> segment.split(";", 2)[0])
                .filter(segment -> !segment.isEmpty())
                .toList();
    }
}
