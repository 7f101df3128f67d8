/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Realm;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;

final class ClassificationIT {

    private static final String ACTION = "data-access-approval";

    @RegisterExtension
    static final Realm realm = new Realm();

    @Test
    void findsNoProblemWhenRealmIsTheDemos() {
        assertThat(realm.adminRestOf("olga").get("classification").body().path("problems"))
                .isEmpty();
    }

    @Test
    void listsAllWhenAsked() {
        var classification = realm.adminRestOf("avery").get("classification").body();

        assertThat(classification.path("categories").findValuesAsText("key"))
                .containsExactly(
                        "eu.user.contact",
                        "us.user.contact",
                        "us.user.content.private",
                        "us.user.content.public",
                        "us.user.location.precise");
        assertThat(classification.path("policies").findValuesAsText("name"))
                .containsExactly("eu-confidential", "us-confidential", "us-public", "us-restricted");
        assertThat(classification.path("scopes").findValuesAsText("name"))
                .containsExactly("eu-contact", "us-contact", "us-private", "us-public");
    }

    @Test
    void findsProblemWhenActionIsOff() {
        enable(false);
        List<String> codes = problems();
        enable(true);

        assertThat(codes).containsExactly("action_off");
        assertThat(problems()).isEmpty();
    }

    @Test
    void findsProblemWhenApproversAreTooFew() {
        realm.changeUser("blake", user -> user.setEnabled(false));
        List<String> codes = problems();
        realm.changeUser("blake", user -> user.setEnabled(true));

        assertThat(codes).containsExactly("too_few_approvers");
    }

    @Test
    void findsProblemsWhenScopesAreWrong() {
        realm.changeCategories("us-contact", "us.user.contacts");
        realm.changeScope("us-private", scope -> scope.getAttributes().put("include.in.token.scope", "false"));
        List<String> codes = problems();
        realm.changeCategories("us-contact", "us.user.contact");
        realm.changeScope("us-private", scope -> scope.getAttributes().put("include.in.token.scope", "true"));

        assertThat(codes).containsExactlyInAnyOrder("scope_unknown_category", "scope_not_in_token");
    }

    private static List<String> problems() {
        return StreamSupport.stream(
                        realm.adminRestOf("olga")
                                .get("classification")
                                .body()
                                .path("problems")
                                .spliterator(),
                        false)
                .map(problem -> problem.path("code").asText())
                .toList();
    }

    private static void enable(boolean enabled) {
        RequiredActionProviderRepresentation action = realm.admin().flows().getRequiredAction(ACTION);
        action.setEnabled(enabled);
        realm.admin().flows().updateRequiredAction(ACTION, action);
    }
}
