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

/** The API: invented data behind real checks. */
final class DataApi {
    private final TokenCheck tokens;
    private final Map<String, Object> data;

    DataApi(TokenCheck tokens) throws IOException, ParseException {
        this.tokens = tokens;
        this.data = JSONObjectUtils.parse(Page.bundled("data.json"));
    }

    Reply answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/api".length());
        Optional<Resource> resource = Resource.at(path);
        if (resource.isEmpty()) {
            return Reply.json(404, Map.of("error", "not_found"));
        }
        try {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            List<String> checked = tokens.check(BearerAccessToken.parse(authorization), resource.get());
            return Reply.json(200, Map.of("data", data.getOrDefault(path, Map.of()), "checked", checked));
        } catch (com.nimbusds.oauth2.sdk.ParseException e) {
            return Refusal.missingToken().reply();
        } catch (Refusal refusal) {
            return refusal.reply();
        }
    }
}
