/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.people;

import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.lint.problem.Problem;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPAttributeSelector;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.representations.userprofile.config.UPConfig.UnmanagedAttributePolicy;
import org.keycloak.userprofile.UserProfileProvider;

/** Attributes that decide, and that people may write themselves, or that nobody can be given. */
public final class AttributeProblems {

    private static final String USER = "user";
    /** Keycloak lets everybody edit these where the user profile says nothing. */
    private static final Set<String> BUILT_IN = Set.of(ConditionAttributes.USERNAME, "email");

    /** What the login page, its registration and {@code UPDATE_EMAIL} write of what the person chooses (26.7.3). */
    private static final Set<String> PAST_THE_PROFILE =
            Set.of(UserModel.LOCALE, "terms_and_conditions", UserModel.EMAIL_PENDING);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ConditionAttributes attributes;

    public AttributeProblems(KeycloakSession session, RealmModel realm, ConditionAttributes attributes) {
        this.session = session;
        this.realm = realm;
        this.attributes = attributes;
    }

    public Stream<Problem> find() {
        if (attributes.names().isEmpty()) {
            return Stream.empty();
        }
        UPConfig profile = session.getProvider(UserProfileProvider.class).getConfiguration();
        return attributes.names().stream()
                .flatMap(name -> PAST_THE_PROFILE.contains(name)
                        ? Stream.of(userEditable(
                                name,
                                "written",
                                "Keycloak writes it for them, whatever the user profile says:"
                                        + " read another attribute"))
                        : ofProfile(name, profile));
    }

    private Stream<Problem> ofProfile(String name, UPConfig profile) {
        return Optional.ofNullable(profile.getAttribute(name))
                .map(managed -> Stream.concat(
                        managed(name, managed), selected(name, managed, profile.getUnmanagedAttributePolicy())))
                .orElseGet(() -> unmanaged(name, profile.getUnmanagedAttributePolicy()));
    }

    private Stream<Problem> managed(String name, UPAttribute attribute) {
        return isUserEditable(attribute) && !(name.equals(ConditionAttributes.USERNAME) && isUsernameFixed())
                ? Stream.of(
                        name.equals(ConditionAttributes.USERNAME)
                                ? userEditable(
                                        name,
                                        "username",
                                        "let only administrators edit it: switch editing of usernames and"
                                                + " registration off, or read the id")
                                : userEditable(name, "managed", "let only administrators edit it, in the user profile"))
                : Stream.empty();
    }

    /** In a login without one of its client scopes Keycloak takes the attribute for an unmanaged one (26.7.3). */
    private Stream<Problem> selected(String name, UPAttribute attribute, @Nullable UnmanagedAttributePolicy policy) {
        boolean isSelected = Optional.ofNullable(attribute.getSelector())
                .map(UPAttributeSelector::getScopes)
                .filter(scopes -> !scopes.isEmpty())
                .isPresent();
        return isSelected && policy == UnmanagedAttributePolicy.ENABLED && !BUILT_IN.contains(name)
                ? Stream.of(userEditable(
                        name,
                        "selected",
                        "it is in the user profile for some client scopes only, and unmanaged in a login without them."
                                + " Enable it always, or keep unmanaged attributes to administrators"))
                : Stream.empty();
    }

    /** Unless the realm lets them, people neither change their username nor choose it. */
    private boolean isUsernameFixed() {
        return !realm.isEditUsernameAllowed() && !realm.isRegistrationAllowed();
    }

    static boolean isUserEditable(UPAttribute attribute) {
        Optional<UPAttributePermissions> permissions = Optional.ofNullable(attribute.getPermissions());
        Set<String> edit = roles(permissions.map(UPAttributePermissions::getEdit));
        Set<String> view = roles(permissions.map(UPAttributePermissions::getView));
        return (edit.isEmpty() && view.isEmpty()) ? BUILT_IN.contains(attribute.getName()) : edit.contains(USER);
    }

    private static Set<String> roles(Optional<Set<String>> written) {
        return written.orElse(Set.of());
    }

    private Stream<Problem> unmanaged(String name, @Nullable UnmanagedAttributePolicy policy) {
        if (policy == UnmanagedAttributePolicy.ENABLED) {
            return Stream.of(userEditable(
                    name,
                    "unmanaged",
                    "add it to the user profile, edited by administrators only, or keep unmanaged attributes to"
                            + " administrators"));
        }
        return policy == null
                ? Stream.of(Problem.warning(
                        "attribute_not_in_profile",
                        RealmElement.attribute(name),
                        "is read by conditions of {policies} and is not in the user profile, so that nobody can be given"
                                + " it: add it, edited by administrators only, or correct its name",
                        ParameterizedText.naming("policies", attributes.readers(name))))
                : Stream.empty();
    }

    private Problem userEditable(String name, String kind, String remedy) {
        return Problem.error(
                "attribute_user_editable",
                RealmElement.attribute(name),
                ParameterizedText.of(
                        kind,
                        "is read by conditions of {policies}, and people may write it themselves: " + remedy,
                        ParameterizedText.naming("policies", attributes.readers(name))));
    }
}
