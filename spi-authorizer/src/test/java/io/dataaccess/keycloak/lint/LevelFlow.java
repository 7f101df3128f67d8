/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.RealmModel;

/** A realm's browser flow, with a subflow for each level of authentication. */
final class LevelFlow {

    private final RealmModel realm;
    private final List<AuthenticationExecutionModel> subflows = new ArrayList<>();

    LevelFlow(RealmModel realm) {
        this.realm = realm;
        AuthenticationFlowModel browser = new AuthenticationFlowModel();
        browser.setId("browser");
        when(realm.getBrowserFlow()).thenReturn(browser);
        when(realm.getAuthenticationExecutionsStream("browser")).thenAnswer(call -> subflows.stream());
    }

    LevelFlow with(String level, String maxAge) {
        return with(level, maxAge, AuthenticationExecutionModel.Requirement.CONDITIONAL);
    }

    LevelFlow with(String level, String maxAge, AuthenticationExecutionModel.Requirement requirement) {
        String id = "level-" + level + "-" + subflows.size();
        AuthenticationExecutionModel subflow = mock();
        when(subflow.isEnabled()).thenReturn(requirement != AuthenticationExecutionModel.Requirement.DISABLED);
        when(subflow.isAuthenticatorFlow()).thenReturn(true);
        when(subflow.getFlowId()).thenReturn(id);
        subflows.add(subflow);
        AuthenticationExecutionModel condition = mock();
        when(condition.isEnabled()).thenReturn(true);
        when(condition.getAuthenticator()).thenReturn("conditional-level-of-authentication");
        when(condition.getAuthenticatorConfig()).thenReturn(id);
        AuthenticationExecutionModel form = mock();
        when(form.isEnabled()).thenReturn(true);
        when(form.getAuthenticator()).thenReturn("form-of-level-" + level);
        when(realm.getAuthenticationExecutionsStream(id)).thenAnswer(call -> Stream.of(condition, form));
        AuthenticatorConfigModel config = new AuthenticatorConfigModel();
        config.setId(id);
        config.setAlias(id);
        config.setConfig(Map.of("loa-condition-level", level, "loa-max-age", maxAge));
        when(realm.getAuthenticatorConfigById(id)).thenReturn(config);
        return this;
    }
}
