/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.sample;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import com.nimbusds.oauth2.sdk.util.MultivaluedMapUtils;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The pages. What they show comes from the API; which scope is missing the API says, and Keycloak is asked for it. */
final class WebPart {
    private static final Set<String> SIGN_IN = Set.of("openid");
    private static final String HOME = "Clips support desk";
    private static final String OVER = "This sign-in is over, or was started in another browser";
    private static final String WELCOME = """
            <p class="lead">Look at videos, comments and, with an approval, at what users trusted us with.</p>
            <p><a class="button" id="sign-in" href="/login">Sign in</a></p>""";
    private static final String LINK =
            "<li><a id=\"link-%s\" href=\"%s\">%s</a> <span class=\"chip\">needs %1$s</span></li>";
    private static final String BACK = "<p><a id=\"back\" href=\"/\">Back to the start</a></p>";
    private static final String DATA =
            "<div id=\"data\">%s</div><div id=\"checked\"><h2>What the API checked</h2>%s</div>" + BACK;

    private final OidcClient client;
    private final Sessions sessions = new Sessions();

    WebPart(OidcClient client) {
        this.client = client;
    }

    Reply answer(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        Session session = sessions.of(exchange);
        // One at a time: two requests of one browser must not spend the same refresh token.
        synchronized (session) {
            try {
                return switch (uri.getPath()) {
                    case "/" -> home(session);
                    case "/login" -> signIn(session, SIGN_IN, "/");
                    case "/callback" -> callback(session, uri);
                    case "/logout" -> logout(session);
                    case "/style.css" -> new Reply(200, Page.bundled("style.css"), Map.of("Content-Type", "text/css"));
                    default -> page(session, uri.getPath());
                };
            } catch (GeneralException e) {
                ErrorObject error = e.getErrorObject();
                return error == null ? unavailable(session) : Refused.byKeycloak(error, "/", session.tokens());
            } catch (IOException | java.text.ParseException e) {
                return unavailable(session);
            }
        }
    }

    private Reply home(Session session) throws GeneralException, IOException {
        renewTokens(session);
        String links = Resource.ALL.stream()
                .map(resource -> LINK.formatted(resource.scope(), resource.path(), resource.title()))
                .collect(Collectors.joining("", "<ul id=\"links\">", "</ul>"));
        return Page.of(200, HOME, session.tokens().isPresent() ? links : WELCOME, session.tokens());
    }

    private Reply page(Session session, String path) throws GeneralException, IOException, java.text.ParseException {
        Optional<Resource> resource = Resource.at(path);
        if (resource.isEmpty()) {
            return Page.of(404, "Not found", BACK, session.tokens());
        }
        Set<String> justAsked = renewTokens(session);
        Optional<Tokens> tokens = session.tokens();
        if (tokens.isEmpty()) {
            return signIn(session, SIGN_IN, path);
        }
        HTTPResponse answer = askApi(path, tokens.get());
        Set<String> missing = missingScopes(answer);
        if (!missing.isEmpty() && Collections.disjoint(missing, justAsked)) {
            Set<String> wanted = tokens.get().scopes();
            wanted.addAll(missing);
            return signIn(session, wanted, path);
        }
        if (answer.getStatusCode() == 401 && justAsked.isEmpty()) {
            return signIn(session, SIGN_IN, path);
        }
        Map<String, Object> body = JSONObjectUtils.parse(answer.getBody());
        String content = answer.indicatesSuccess()
                ? DATA.formatted(Page.data(body.get("data")), Page.data(body.get("checked")))
                : Refused.byApi(body, path);
        return Page.of(answer.getStatusCode(), resource.get().title(), content, tokens);
    }

    private Reply signIn(Session session, Set<String> scopes, String returnTo) throws GeneralException, IOException {
        Attempt attempt = new Attempt(scopes, returnTo);
        Reply reply = Reply.redirect(client.authorization(attempt));
        session.begin(attempt);
        // Whoever is known keeps the cookie: another tab may be on its way with it.
        return sessions.knows(session) ? reply : reply.with("Set-Cookie", sessions.renew(session));
    }

    private Reply callback(Session session, URI uri) throws GeneralException, IOException {
        String state = MultivaluedMapUtils.getFirstValue(URLUtils.parseParameters(uri.getRawQuery()), "state");
        Optional<Attempt> attempt = Optional.ofNullable(state).flatMap(session::answered);
        if (attempt.isEmpty()) {
            return Page.of(400, OVER, BACK, session.tokens());
        }
        String returnTo = attempt.get().returnTo();
        AuthenticationResponse response =
                AuthenticationResponseParser.parse(client.base().resolve(uri));
        if (!response.indicatesSuccess()) {
            return Refused.byKeycloak(response.toErrorResponse().getErrorObject(), returnTo, session.tokens());
        }
        Tokens tokens = client.redeem(response.toSuccessResponse().getAuthorizationCode(), attempt.get());
        session.signedIn(tokens, attempt.get().scopes());
        return Reply.redirect(client.base().resolve(returnTo)).with("Set-Cookie", sessions.renew(session));
    }

    private Reply logout(Session session) throws GeneralException, IOException {
        Optional<Tokens> tokens = session.tokens();
        sessions.forget(session);
        return Reply.redirect(tokens.isPresent() ? client.logout(tokens.get()) : client.base());
    }

    /** Brings the tokens up to date, unless they are just new; returns what was asked for on the trip just made. */
    private Set<String> renewTokens(Session session) throws GeneralException, IOException {
        Set<String> justAsked = session.takeJustAsked();
        if (justAsked.isEmpty() && session.tokens().isPresent()) {
            session.refreshed(client.fresh(session.tokens().get(), Instant.now()));
        }
        return justAsked;
    }

    private HTTPResponse askApi(String path, Tokens tokens) throws IOException {
        HTTPRequest request =
                new HTTPRequest(HTTPRequest.Method.GET, client.base().resolve("/api" + path));
        request.setAuthorization(tokens.access().toAuthorizationHeader());
        return request.send();
    }

    private static Set<String> missingScopes(HTTPResponse answer) throws ParseException {
        String challenge = answer.getWWWAuthenticate();
        var scope = challenge == null ? null : BearerTokenError.parse(challenge).getScope();
        return answer.getStatusCode() == 403 && scope != null ? Set.copyOf(scope.toStringList()) : Set.of();
    }

    private static Reply unavailable(Session session) throws IOException {
        return Page.of(503, "Keycloak gives no usable answer just now", BACK, session.tokens());
    }
}
