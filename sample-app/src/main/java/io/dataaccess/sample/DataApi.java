/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.sample;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The API: invented data behind real checks. */
final class DataApi {
    private final TokenCheck tokens;

    DataApi(TokenCheck tokens) {
        this.tokens = tokens;
    }

    Reply answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/api".length());
        Optional<Resource> resource = Resource.at(path);
        if (resource.isEmpty()) {
            return Reply.json(404, Map.of("error", "not_found"));
        }
        try {
            BearerAccessToken token = bearer(exchange.getRequestHeaders().getFirst("Authorization"));
            List<String> checked = tokens.check(token, resource.get());
            return Reply.json(200, Map.of("data", data(resource.get(), path), "checked", checked));
        } catch (Refusal refusal) {
            return refusal.reply();
        }
    }

    private static BearerAccessToken bearer(@Nullable String authorization) throws Refusal {
        try {
            return BearerAccessToken.parse(authorization);
        } catch (com.nimbusds.oauth2.sdk.ParseException e) {
            throw Refusal.missingToken();
        }
    }

    private static Object data(Resource resource, String path) throws IOException {
        try {
            String all = Bundled.text("data.json").replace("{id}", Resource.id(path));
            return JSONObjectUtils.parse(all).getOrDefault(resource.name(), Map.of());
        } catch (ParseException e) {
            throw new IOException("data.json is not JSON", e);
        }
    }
}
