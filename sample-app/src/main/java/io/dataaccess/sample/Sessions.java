/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.sample;

import com.nimbusds.oauth2.sdk.id.State;
import com.sun.net.httpserver.HttpExchange;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Sessions by the random id in the browser's cookie; the longest unused go first. */
final class Sessions {
    private static final String COOKIE = "sample_session=";
    private static final int MOST = 1_000;

    private final Map<String, Session> byId = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
            return size() > MOST;
        }
    };

    synchronized Session of(HttpExchange exchange) {
        String cookies = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Cookie"))
                .orElse("");
        return Arrays.stream(cookies.split("; *"))
                .filter(cookie -> cookie.startsWith(COOKIE))
                .map(cookie -> byId.get(cookie.substring(COOKIE.length())))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(Session::new);
    }

    /** A new id whenever someone signs in: one known before is worth nothing after. Add {@code Secure} behind TLS. */
    synchronized String renew(Session session) {
        forget(session);
        String id = new State().getValue();
        byId.put(id, session);
        return COOKIE + id + "; Path=/; HttpOnly; SameSite=Lax";
    }

    synchronized boolean knows(Session session) {
        return byId.containsValue(session);
    }

    synchronized void forget(Session session) {
        byId.values().remove(session);
    }
}
