/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dataaccess.keycloak.log.LogReader;
import io.dataaccess.keycloak.log.LogVisibility;
import io.dataaccess.keycloak.web.ErrorResponses;
import io.dataaccess.keycloak.web.InvalidCallException;
import io.dataaccess.transparency.format.MalformedException;
import io.dataaccess.transparency.tree.TilePath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The approval log of the realm, in the formats of C2SP: hashes for everybody, entries for auditors. */
public final class LogResource {

    private static final String MUTABLE = "no-cache";
    private static final String IMMUTABLE = "max-age=31536000, immutable";

    private final AccountCall call;

    LogResource(AccountCall call) {
        this.call = call;
    }

    @GET
    @Path("checkpoint")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(summary = "The signed state of the log: C2SP tlog-checkpoint")
    @APIResponse(
            responseCode = "200",
            description = "A signed note; 404 before the first entry",
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class)))
    public Response checkpoint() {
        return answer(false, () -> reader().checkpoint().map(note -> text(note)));
    }

    @GET
    @Path("vkeys")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(summary = "The verifier keys of the log and of its witnesses, one a line: C2SP signed-note")
    @APIResponse(
            responseCode = "200",
            description = "Verifier keys; 404 before the first entry",
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class)))
    public Response verifierKeys() {
        return answer(
                false,
                () -> Optional.of(reader().verifierKeys())
                        .filter(keys -> !keys.isEmpty())
                        .map(keys -> text(String.join("\n", keys) + "\n")));
    }

    @GET
    @Path("tile/{path: .+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            summary = "A tile of hashes, or with entries/ a bundle of entries: C2SP tlog-tiles",
            description =
                    "Entries are for auditors: with a token that administers data access and the role data-access-auditor")
    @APIResponse(
            responseCode = "200",
            description = "A tile, which never changes; 404 where the tree does not reach",
            content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM))
    public Response tile(@PathParam("path") String path) {
        return answer(
                path.startsWith("entries/"),
                () -> parsed("tile/" + path)
                        .flatMap(reader()::tile)
                        .map(bytes -> Response.ok(bytes, MediaType.APPLICATION_OCTET_STREAM_TYPE)
                                .header(HttpHeaders.CACHE_CONTROL, scope(path) + IMMUTABLE)
                                .build()));
    }

    private String scope(String path) {
        return path.startsWith("entries/") || !LogVisibility.isPublic(call.realm()) ? "private, " : "public, ";
    }

    private static Optional<TilePath> parsed(String path) {
        try {
            return Optional.of(TilePath.parse(path));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    private Response answer(boolean entries, Supplier<Optional<Response>> work) {
        return new ErrorResponses(call.session()).to(() -> {
            call.query().requireOnly(List.of());
            if (entries || !LogVisibility.isPublic(call.realm())) {
                LogAuditor.require(call.session());
            }
            return work.get().orElseThrow(InvalidCallException::notFound);
        });
    }

    private LogReader reader() {
        return call.access().log();
    }

    private static Response text(String text) {
        return Response.ok(text.getBytes(UTF_8), "text/plain; charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, MUTABLE)
                .build();
    }
}
