/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

import io.dataaccess.keycloak.access.RejectedException;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.access.TooSoonException;
import io.dataaccess.keycloak.approver.LoginTooWeakException;
import io.dataaccess.keycloak.login.ReachableLevels;
import io.dataaccess.keycloak.session.DataAccess;
import io.dataaccess.keycloak.session.DatabaseFailure;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelException;
import org.keycloak.models.ModelIllegalStateException;

/** Turns what a call comes to into an HTTP answer. Whatever is refused leaves nothing behind. */
public final class ErrorResponses {

    private static final Logger LOG = Logger.getLogger(ErrorResponses.class);

    /** RFC 9110, section 5.6.7. Keycloak sends none (26.7.3), and consoles count by the server's clock. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final KeycloakSession session;
    private final Optional<ReachableLevels> levels;

    public ErrorResponses(KeycloakSession session) {
        this(session, Optional.empty());
    }

    private ErrorResponses(KeycloakSession session, Optional<ReachableLevels> levels) {
        this.session = session;
        this.levels = levels;
    }

    /** Answers to somebody who may be asked for another login of this client. */
    public static ErrorResponses steppingUp(KeycloakSession session, ClientModel client) {
        return new ErrorResponses(session, Optional.of(new ReachableLevels(client)));
    }

    public Response to(Supplier<Response> call) {
        try {
            return DataAccess.answered(call);
        } catch (InvalidCallException e) {
            Response.ResponseBuilder answer = refused(e.status(), e.code(), e.getMessage(), e.parameters());
            e.challenge().ifPresent(challenge -> answer.header(HttpHeaders.WWW_AUTHENTICATE, challenge));
            return answer.build();
        } catch (RejectedException e) {
            return refused(RejectionStatus.of(e.rejection()), e.rejection().code(), message(e), e.parameters())
                    .build();
        } catch (LoginTooWeakException e) {
            session.getTransactionManager().setRollbackOnly();
            return new StepUpChallenge(levels).to(e.needed());
        } catch (TooSoonException e) {
            return refused(RejectionStatus.of(Rejection.TOO_SOON), Rejection.TOO_SOON.code(), e.getMessage())
                    .header(HttpHeaders.RETRY_AFTER, seconds(e.waiting()))
                    .build();
        } catch (ModelDuplicateException e) {
            // Two requests filed for the same access at once: the database lets one in.
            return refused(
                            409,
                            Rejection.DIFFERENT_PENDING.code(),
                            "Another request for this access was filed just now: look at it before you try again")
                    .build();
        } catch (ModelIllegalStateException e) {
            return conflict();
        } catch (ModelException e) {
            if (DatabaseFailure.isLockConflict(e)) {
                return conflict();
            }
            if (DatabaseFailure.isUnreachable(e)) {
                LOG.errorf("A call could not be answered: %s", e.getMessage());
                LOG.debug("It could not be answered because", e);
                return unavailable();
            }
            throw e;
        }
    }

    /** Rounded up, so that whoever waits as long has waited long enough. */
    private static long seconds(Duration waiting) {
        return waiting.plusMillis(999).toSeconds();
    }

    /** Whatever is not found is not found in the same words, whether it exists for others or not at all. */
    private static @Nullable String message(RejectedException e) {
        return e.rejection() == Rejection.NOT_FOUND
                ? InvalidCallException.notFound().getMessage()
                : e.getMessage();
    }

    public static Response ok(Object representation) {
        return with(200, representation).build();
    }

    /** An error that leaves behind what has been done. */
    public static Response error(Rejection rejection, String message) {
        return with(RejectionStatus.of(rejection), ErrorBody.of(rejection.code(), message))
                .build();
    }

    public static Response.ResponseBuilder with(int status, Object representation) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.DATE, DATE.format(Instant.ofEpochMilli(Time.currentTimeMillis())))
                .entity(Json.write(representation));
    }

    private Response.ResponseBuilder refused(int status, String code, @Nullable String message) {
        return refused(status, code, message, Map.of());
    }

    private Response.ResponseBuilder refused(
            int status, String code, @Nullable String message, Map<String, String> parameters) {
        session.getTransactionManager().setRollbackOnly();
        return with(status, ErrorBody.of(code, Objects.requireNonNullElse(message, code), parameters));
    }

    private Response conflict() {
        return refused(409, "conflict", "Somebody else changed this just now: try again")
                .build();
    }

    private Response unavailable() {
        return refused(503, "unavailable", "The database cannot be reached just now: try again later")
                .build();
    }
}
