/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.people;

import io.dataaccess.keycloak.catalog.Catalog;
import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.lint.problem.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.common.Profile;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.UserProfileProvider;

/**
 * A way to a new and strong login from an old session: another e-mail address by the account REST, which asks for no
 * credential, and then a new password by mail (Keycloak 26.7.3). With the action <i>Update Email</i> the address is changed
 * on its page alone, after a new login.
 */
public final class EmailResetProblems {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Catalog catalog;

    public EmailResetProblems(KeycloakSession session, RealmModel realm, Catalog catalog) {
        this.session = session;
        this.realm = realm;
        this.catalog = catalog;
    }

    public Stream<Problem> find() {
        List<String> policies = catalog.policySet().policies().stream()
                .filter(policy -> !policy.approval().required().isEmpty())
                .map(policy -> policy.version().name())
                .distinct()
                .sorted()
                .toList();
        return realm.isResetPasswordAllowed() && !policies.isEmpty() && isEmailWritable()
                ? Stream.of(Problem.error(
                        "email_resets_login",
                        RealmElement.realm(realm),
                        "lets people change their e-mail address without signing in again, and has 'Forgot password' on:"
                                + " whoever sits at an approver's old session sets a password by mail, and then has a login as"
                                + " new as {policies} ask for. Switch the required action 'Update Email' on or 'Forgot"
                                + " password' off, or let only administrators edit the address",
                        ParameterizedText.naming("policies", String.join(", ", policies))))
                : Stream.empty();
    }

    private boolean isEmailWritable() {
        return !isChangedOnItsPageOnly() && !isUsernameThatIsFixed() && isEditableInProfile();
    }

    private boolean isChangedOnItsPageOnly() {
        RequiredActionProviderModel action =
                realm.getRequiredActionProviderByAlias(UserModel.RequiredAction.UPDATE_EMAIL.name());
        return Profile.isFeatureEnabled(Profile.Feature.UPDATE_EMAIL) && action != null && action.isEnabled();
    }

    private boolean isUsernameThatIsFixed() {
        return realm.isRegistrationEmailAsUsername() && !realm.isEditUsernameAllowed();
    }

    private boolean isEditableInProfile() {
        return Stream.ofNullable(session.getProvider(UserProfileProvider.class)
                        .getConfiguration()
                        .getAttribute(UserModel.EMAIL))
                .allMatch(AttributeProblems::isUserEditable);
    }
}
