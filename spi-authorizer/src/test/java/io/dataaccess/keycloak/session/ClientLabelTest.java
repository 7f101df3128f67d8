/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.ClientModel;

final class ClientLabelTest {

    private static final String SERVER = "https://keycloak.example/auth/";

    @Test
    void leadsToTheHomeUrlWhenItIsWhole() {
        assertThat(url("https://root.example", "https://app.example/home")).contains("https://app.example/home");
    }

    @Test
    void leadsBelowTheRootUrlWhenTheHomeUrlIsRelative() {
        assertThat(url("https://root.example", "/home")).contains("https://root.example/home");
        assertThat(url("${authBaseUrl}", "/home")).contains("https://keycloak.example/auth/home");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "javascript:alert(1)", "ftp://app.example", "https://app.example/a b", "home"})
    void leadsNowhereWhenItIsNoLink(String home) {
        assertThat(url("", home)).isEmpty();
    }

    @Test
    void hasNoNameWhenItIsTheKeyOfAText() {
        assertThat(ClientLabel.name(client(Map.of("getName", "${client_account}"))))
                .isEmpty();
        assertThat(ClientLabel.name(client(Map.of("getName", "Sample application"))))
                .contains("Sample application");
    }

    private static Optional<String> url(String root, String home) {
        return ClientLabel.url(SERVER, SERVER, client(Map.of("getRootUrl", root, "getBaseUrl", home)));
    }

    private static ClientModel client(Map<String, String> answers) {
        return (ClientModel) Proxy.newProxyInstance(
                ClientLabelTest.class.getClassLoader(),
                new Class<?>[] {ClientModel.class},
                (proxy, method, arguments) -> answers.get(method.getName()));
    }
}
