/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.bulk;

import java.util.List;

/** An HTTP answer as it came over the wire; header lines in lower case. */
record Reply(int status, List<String> headers, String body) {

    /** Of the first header with this name; empty when there is none. */
    String header(String name) {
        return headers.stream()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    boolean isJson() {
        return header("content-type").startsWith("application/json");
    }

    boolean isHtml() {
        return header("content-type").startsWith("text/html");
    }
}
