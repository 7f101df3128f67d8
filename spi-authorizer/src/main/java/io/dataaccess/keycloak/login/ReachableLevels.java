/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.login;

import io.dataaccess.keycloak.policy.AcrLevels;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.authentication.authenticators.conditional.ConditionalLoaAuthenticatorFactory;
import org.keycloak.authentication.authenticators.util.LoAUtil;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowBindings;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/** Which levels of authentication the logins of a client reach and keep, and how a login request asks for one. */
public final class ReachableLevels {

    /** What a login counts as where the flow has no levels, as in Keycloak's {@code acr} claim. */
    public static final int WITHOUT_LEVELS = 1;

    private final RealmModel realm;
    private final ClientModel client;
    private final AcrLevels levels;

    public ReachableLevels(ClientModel client) {
        this.realm = client.getRealm();
        this.client = client;
        this.levels = LevelsOfAuthentication.of(realm);
    }

    /** Whether a login of this client can be as strong as this acr of the realm; a blank one asks for nothing. */
    public boolean reach(String acr) {
        if (acr.isBlank()) {
            return true;
        }
        OptionalInt level = levels.level(acr);
        return level.isPresent() && ofFlow().stream().anyMatch(reached -> reached >= level.getAsInt());
    }

    /**
     * How a login request of this client asks for what the realm calls by this acr: by the same name where the client's
     * own map agrees, else by its own name for that level or the next higher one, else by the number.
     */
    public String requested(String acr) {
        OptionalInt level = levels.level(acr);
        AcrLevels understood = LevelsOfAuthentication.of(client);
        if (level.isEmpty() || (understood.level(acr).equals(level) && isOneWord(acr))) {
            return acr;
        }
        return understood.levels().entrySet().stream()
                .filter(entry -> entry.getValue() >= level.getAsInt() && isOneWord(entry.getKey()))
                .min(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElseGet(() -> String.valueOf(level.getAsInt()));
    }

    /** Blanks separate the values of {@code acr_values}. */
    private static boolean isOneWord(String acr) {
        return acr.chars().noneMatch(Character::isWhitespace);
    }

    private Set<Integer> ofFlow() {
        String override = client.getAuthenticationFlowBindingOverride(AuthenticationFlowBindings.BROWSER_BINDING);
        AuthenticationFlowModel flow =
                override == null ? realm.getBrowserFlow() : realm.getAuthenticationFlowById(override);
        Set<AuthenticatorConfigModel> conditions =
                flow == null ? Set.of() : conditions(flow.getId()).collect(Collectors.toSet());
        return conditions.isEmpty() ? Set.of(WITHOUT_LEVELS) : kept(conditions);
    }

    /** Of a level with the maximum age 0, Keycloak keeps no time (26.7.3), so that it is as good as not reached. */
    private static Set<Integer> kept(Set<AuthenticatorConfigModel> conditions) {
        return conditions.stream()
                .filter(condition -> LoAUtil.getMaxAgeFromLoaConditionConfiguration(condition) > 0)
                .map(LoAUtil::getLevelFromLoaConditionConfiguration)
                .filter(level -> level != null)
                .collect(Collectors.toSet());
    }

    private Stream<AuthenticatorConfigModel> conditions(String flowId) {
        return realm.getAuthenticationExecutionsStream(flowId)
                .filter(AuthenticationExecutionModel::isEnabled)
                .flatMap(execution -> {
                    if (execution.isAuthenticatorFlow()) {
                        return conditions(execution.getFlowId());
                    }
                    return ConditionalLoaAuthenticatorFactory.PROVIDER_ID.equals(execution.getAuthenticator())
                            ? Stream.ofNullable(execution.getAuthenticatorConfig())
                                    .flatMap(id -> Stream.ofNullable(realm.getAuthenticatorConfigById(id)))
                            : Stream.empty();
                });
    }
}
