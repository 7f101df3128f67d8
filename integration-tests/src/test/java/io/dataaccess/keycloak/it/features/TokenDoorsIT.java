/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.features;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Everything in Keycloak that makes or signs a token, as somebody looked at it last: whoever updates Keycloak learns
 * here what is new.
 */
final class TokenDoorsIT {

    private static final String LOOK = "New in this Keycloak: look at it, then add it to the threat model";

    private static final TreeMap<String, byte[]> entries = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        Path jars = Path.of(System.getProperty("server.distribution"), "lib/lib/main");
        try (Stream<Path> files = Files.list(jars)) {
            for (Path jar : files.filter(TokenDoorsIT::isKeycloaks).toList()) {
                read(jar);
            }
        }
        assertThat(entries).as("what was looked at").hasSizeGreaterThan(6000);
    }

    /** All of them end in {@code AccessTokenResponseBuilder.build()}, where the gate is. */
    @Test
    void knowsEveryGrantTypeWhenKeycloakIsUpdated() {
        assertThat(services("org.keycloak.protocol.oidc.grants.OAuth2GrantTypeFactory"))
                .as(LOOK)
                .containsExactlyInAnyOrder(
                        "AuthorizationCodeGrantTypeFactory",
                        "CibaGrantTypeFactory",
                        "ClientCredentialsGrantTypeFactory",
                        "DeviceGrantTypeFactory",
                        "JWTAuthorizationGrantTypeFactory",
                        "PermissionGrantTypeFactory",
                        "PreAuthorizedCodeGrantTypeFactory",
                        "RefreshTokenGrantTypeFactory",
                        "ResourceOwnerPasswordCredentialsGrantTypeFactory",
                        "TokenExchangeGrantTypeFactory");
        assertThat(services("org.keycloak.protocol.oidc.TokenExchangeProviderFactory"))
                .as(LOOK)
                .containsExactlyInAnyOrder("StandardTokenExchangeProviderFactory", "V1TokenExchangeProviderFactory");
        assertThat(services("org.keycloak.protocol.oidc.refresh.RefreshTokenProviderFactory"))
                .as(LOOK)
                .containsExactlyInAnyOrder("DefaultRefreshTokenProviderFactory", "OID4VCIRefreshTokenProviderFactory");
        assertThat(services("org.keycloak.protocol.LoginProtocolFactory"))
                .as(LOOK)
                .containsExactlyInAnyOrder(
                        "DockerAuthV2ProtocolFactory",
                        "OID4VCLoginProtocolFactory",
                        "OIDCLoginProtocolFactory",
                        "SamlProtocolFactory");
    }

    /** They run before the gate, which is last in order. */
    @Test
    void knowsEveryTokenPostProcessorWhenKeycloakIsUpdated() {
        assertThat(services("org.keycloak.protocol.oidc.token.TokenPostProcessorFactory"))
                .as(LOOK)
                .containsExactlyInAnyOrder(
                        "AdminRoleTokenPostProcessorFactory",
                        "OID4VCITokenPostProcessorProviderFactory",
                        "OrganizationTokenPostProcessorFactory",
                        "ResourceIndicatorsPostProcessorFactory");
    }

    /**
     * Those that fill an access token with scopes. The grants and the login protocol build a response of it; evaluation
     * and permissions keep it to themselves.
     */
    @Test
    void knowsWhoMakesAccessTokensWhenKeycloakIsUpdated() {
        assertThat(mentioning("createClientAccessToken", "generateAccessToken"))
                .as(LOOK)
                .containsExactlyInAnyOrder(
                        "AbstractRefreshTokenProvider",
                        "AuthorizationTokenService",
                        "ClientScopeEvaluateResource",
                        "KeycloakIdentity",
                        "OAuth2GrantTypeBase",
                        "OIDCLoginProtocol",
                        "PolicyEvaluationService",
                        "PreAuthorizedCodeGrantType",
                        "ResourceOwnerPasswordCredentialsGrantType",
                        "StandardTokenExchangeProvider",
                        "TokenManager",
                        "TokenManager$AccessTokenResponseBuilder",
                        "V1TokenExchangeProvider");
    }

    /** Those that sign with a key of the realm; what the others than the builder sign has no scope (threat model). */
    @Test
    void knowsWhoSignsWhenKeycloakIsUpdated() {
        Set<String> signing = mentioning("org/keycloak/jose/jws/JWSBuilder");
        signing.addAll(encoding());
        assertThat(signing)
                .as(LOOK)
                .containsExactlyInAnyOrder(
                        "AbstractOAuth2IdentityProvider",
                        "AbstractPermissionService",
                        "AccessTokenIntrospectionProvider",
                        "AuthenticationManager",
                        "CIBAAuthenticationRequest",
                        "ClientRegistrationTokenUtils",
                        "DPoPGenerator",
                        "DefaultActionToken",
                        "DefaultTokenManager",
                        "DetachedInfoStateChecker",
                        "DockerAuthV2Protocol",
                        "HttpAuthenticationChannelProvider",
                        "JWSBuilder",
                        "JWSBuilder$EncodingBuilder",
                        "JWTClientCredentialsProvider",
                        "JWTClientSecretCredentialsProvider",
                        "JwsToken",
                        "JwtCNonceHandler",
                        "JwtCredentialBody",
                        "JwtCredentialBuilder",
                        "JwtPreAuthCodeHandler",
                        "KeyPairVerifier",
                        "OID4VCIssuerWellKnownProvider",
                        "OIDCLoginProtocol",
                        "OIDCRedirectUriBuilder$JWTRedirectUriBuilder",
                        "ResourceAdminManager",
                        "RestartLoginCookie",
                        "SecurityEventTokenEncoder",
                        "TokenManager",
                        "TokenManager$AccessTokenResponseBuilder",
                        "UserInfoEndpoint");
    }

    private static Set<String> encoding() {
        Set<String> found = mentioning("()Lorg/keycloak/models/TokenManager;");
        found.retainAll(mentioning("(Lorg/keycloak/Token;)Ljava/lang/String;"));
        return found;
    }

    /** Names of classes in whose file one of these texts stands. */
    private static Set<String> mentioning(String... texts) {
        Set<String> found = new TreeSet<>();
        entries.forEach((name, bytes) -> {
            if (name.endsWith(".class")) {
                String file = new String(bytes, ISO_8859_1);
                if (Arrays.stream(texts).anyMatch(file::contains)) {
                    found.add(name.substring(name.lastIndexOf('/') + 1, name.length() - ".class".length()));
                }
            }
        });
        return found;
    }

    private static Set<String> services(String spi) {
        Set<String> found = new TreeSet<>();
        entries.forEach((name, bytes) -> {
            if (name.endsWith("!META-INF/services/" + spi)) {
                new String(bytes, UTF_8)
                        .lines()
                        .map(line -> line.replaceFirst("#.*", "").strip())
                        .filter(line -> !line.isEmpty())
                        .map(line -> line.substring(line.lastIndexOf('.') + 1))
                        .forEach(found::add);
            }
        });
        return found;
    }

    private static boolean isKeycloaks(Path file) {
        return file.getFileName().toString().matches("org\\.keycloak\\..*\\.jar");
    }

    private static void read(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            for (ZipEntry entry : jar.stream().map(ZipEntry.class::cast).toList()) {
                if (entry.getName().endsWith(".class") || entry.getName().startsWith("META-INF/services/")) {
                    try (InputStream content = jar.getInputStream(entry)) {
                        entries.put(file.getFileName() + "!" + entry.getName(), content.readAllBytes());
                    }
                }
            }
        }
    }
}
