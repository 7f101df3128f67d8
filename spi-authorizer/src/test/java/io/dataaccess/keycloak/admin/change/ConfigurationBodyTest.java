/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin.change;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.dataaccess.keycloak.configuration.Configuration;
import io.dataaccess.keycloak.configuration.ConfiguredScope;
import io.dataaccess.keycloak.web.InvalidCallException;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;

/** What is taken for a configuration. */
final class ConfigurationBodyTest {

    private static final Configuration STANDING = new Configuration(
            List.of(), List.of(), List.of(new ConfiguredScope("1", "us-contact", "us.a")), 3, List.of());
    private static final String POLICY = "{\"name\": \"p\", \"config\": {\"purposes\": [\"b\", \"a\"]}}";

    private final RealmModel realm = mock(RealmModel.class);

    @Test
    void takesWhatIsLeftOutAsItStands() {
        Configuration wanted = read("{\"policies\": [" + POLICY + "]}").over(STANDING, realm);

        assertThat(wanted.policies()).hasSize(1);
        assertThat(wanted.policies().get(0).config().get("purposes")).containsExactly("a", "b");
        assertThat(wanted.scopes()).isEqualTo(STANDING.scopes());
        assertThat(wanted.approvals()).isEqualTo(3);
        assertThat(read("{\"policies\": []}").over(STANDING, realm).policies()).isEmpty();
    }

    @Test
    void findsScopesByName() {
        ClientScopeModel scope = mock(ClientScopeModel.class);
        when(scope.getName()).thenReturn("us-contact");
        when(scope.getId()).thenReturn("7");
        when(realm.getClientScopesStream()).thenAnswer(call -> Stream.of(scope));
        String known = "{\"scopes\": [{\"name\": \"us-contact\", \"categories\": [\"us.a\", \"us.b\"]}]}";

        assertThat(read(known).over(STANDING, realm).scopes())
                .containsExactly(new ConfiguredScope("7", "us-contact", "us.a us.b"));
        assertThatThrownBy(() -> read(known.replace("us-contact", "other")).over(STANDING, realm))
                .isInstanceOf(InvalidCallException.class)
                .hasMessageContaining("other");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"policy\": []}",
                "{\"policies\": {}}",
                "{\"policies\": [\"p\"]}",
                "{\"policies\": [{\"name\": \"p\"}]}",
                "{\"policies\": [{\"config\": {}}]}",
                "{\"policies\": [{\"name\": \"p\", \"config\": {\"purposes\": \"a\"}}]}",
                "{\"policies\": [{\"name\": \"p\", \"config\": {\"purposes\": [7]}}]}",
                "{\"policies\": [{\"name\": \"p\", \"config\": {}, \"id\": \"1\"}]}",
                "{\"scopes\": [{\"name\": \"s\", \"categories\": \"a b\"}]}",
                "{\"approvals\": 0}",
                "{\"approvals\": 1000}",
                "{\"approvals\": 1.5}",
                "{\"approvals\": 99999999999}",
                "{\"approvals\": \"1\"}",
                "{\"required\": \"false\"}"
            })
    void refusesWhatIsNone(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(InvalidCallException.class);
        assertThatCode(() -> read("{\"policies\": [" + POLICY + "], \"approvals\": 1, \"required\": false}"))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAPartWhereTheWholeIsMeant() {
        String whole = "{\"categories\": [], \"policies\": [], \"scopes\": []}";

        assertThat(read(whole).requireWhole().categories()).isEmpty();
        for (String part : List.of("categories", "policies", "scopes")) {
            assertThatThrownBy(() -> read(whole.replace("\"" + part + "\": []", "\"" + part + "\": null"))
                            .requireWhole())
                    .isInstanceOf(InvalidCallException.class);
        }
    }

    private static ConfigurationBody read(String body) {
        return ConfigurationBody.read(new ByteArrayInputStream(body.getBytes(UTF_8)));
    }
}
