/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import io.dataaccess.keycloak.access.Fingerprint;
import io.dataaccess.keycloak.policy.ScopeDecision;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a device gets, for whose application and until when, before anybody says yes to it. */
final class DevicePage {

    static final String TEMPLATE = "data-access-device.ftl";

    private final LoginContext login;
    private final PromptState state;

    DevicePage(LoginContext login, PromptState state) {
        this.login = login;
        this.state = state;
    }

    Map<String, Object> model() {
        PageModel page = new PageModel(login, state);
        Map<String, Object> model =
                page.with(state.scopes().stream().map(page::opened).toList());
        model.put("shown", shown(state.scopes()));
        return model;
    }

    /** Stands for what the page shows: a yes is one to this, and to nothing that has changed since. */
    static String shown(List<ScopeDecision> scopes) {
        return Fingerprint.of(scopes.stream()
                .flatMap(scope -> Stream.concat(
                        Stream.of(scope.scope().ref().id()),
                        scope.known().categories().stream()
                                .map(category -> category.key() + " " + category.sensitivity())))
                .toArray(String[]::new));
    }
}
