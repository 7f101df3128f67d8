/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.impersonation;

import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.requiredactions.DeleteAccount;
import org.keycloak.authentication.requiredactions.DeleteCredentialAction;
import org.keycloak.authentication.requiredactions.RecoveryAuthnCodesAction;
import org.keycloak.authentication.requiredactions.TermsAndConditions;
import org.keycloak.authentication.requiredactions.UpdateEmail;
import org.keycloak.authentication.requiredactions.UpdatePassword;
import org.keycloak.authentication.requiredactions.UpdateProfile;
import org.keycloak.authentication.requiredactions.UpdateTotp;
import org.keycloak.authentication.requiredactions.UpdateUserLocaleAction;
import org.keycloak.authentication.requiredactions.VerifyEmail;
import org.keycloak.authentication.requiredactions.VerifyUserProfile;
import org.keycloak.authentication.requiredactions.WebAuthnPasswordlessRegisterFactory;
import org.keycloak.authentication.requiredactions.WebAuthnRegisterFactory;
import org.keycloak.broker.provider.IdpLinkAction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oid4vc.issuance.requiredactions.VerifiableCredentialOfferAction;

/**
 * Keycloak's required actions, each in place of its own: same id, higher order. They are subclasses, because Keycloak casts
 * some factories. A test compares them with Keycloak's list, so that a new one is not forgotten.
 */
final class KeycloakActions {

    private static final int ORDER = 1;

    private KeycloakActions() {}

    public static final class UpdatePasswordInPerson extends UpdatePassword {

        @Override
        public RequiredActionProvider create(KeycloakSession session) {
            return InPersonAction.of(getId(), super.create(session));
        }

        @Override
        public int order() {
            return ORDER;
        }
    }

    public static final class UpdateProfileInPerson extends UpdateProfile {

        @Override
        public RequiredActionProvider create(KeycloakSession session) {
            return InPersonAction.of(getId(), super.create(session));
        }

        @Override
        public int order() {
            return ORDER;
        }
    }

    public static final class UpdateTotpInPerson extends UpdateTotp {

        @Override
        public RequiredActionProvider create(KeycloakSession session) {
            return InPersonAction.of(getId(), super.create(session));
        }

        @Override
        public int order() {
            return ORDER;
        }
    }

    public static final class VerifyEmailInPerson extends VerifyEmail {

        @Override
        public RequiredActionProvider create(KeycloakSession session) {
            return InPersonAction.of(getId(), super.create(session));
        }

        @Override
        public int order() {
            return ORDER;
        }
    }

    public static final class TermsAndConditionsInPerson extends TermsAndConditions {

        @Override
        public RequiredActionProvider create(KeycloakSession session) {
            return InPersonAction.of(getId(), super.create(session));
        }

        @Override
        public int order() {
            return ORDER;
        }
    }

    public static final class WebAuthnRegisterInPerson extends WebAuthnRegisterFactory {

        @Override
        public RequiredActionProvider create(KeycloakSession session) {
            return InPersonAction.of(getId(), super.create(session));
        }

        @Override
        public int order() {
            return ORDER;
        }
    }

    public static final class WebAuthnPasswordlessRegisterInPerson extends WebAuthnPasswordlessRegisterFactory {

        @Override
        public RequiredActionProvider create(KeycloakSession session) {
            return InPersonAction.of(getId(), super.create(session));
        }

        @Override
        public int order() {
            return ORDER;
        }
    }

    public static final class UpdateLocaleInPerson extends UpdateUserLocaleAction {

        @Override
        public RequiredActionProvider create(KeycloakSession session) {
            return InPersonAction.of(getId(), super.create(session));
        }

        @Override
        public int order() {
            return ORDER;
        }
    }

    public static final class DeleteAccountInPerson extends DeleteAccount {

        @Override
        public RequiredActionProvider create(KeycloakSession session) {
            return InPersonAction.of(getId(), super.create(session));
        }

        @Override
        public int order() {
            return ORDER;
        }
    }

    public static final class DeleteCredentialInPerson extends DeleteCredentialAction {

        @Override
        public RequiredActionProvider create(KeycloakSession session) {
            return InPersonAction.of(getId(), super.create(session));
        }

        @Override
        public int order() {
            return ORDER;
        }
    }

    public static final class VerifyUserProfileInPerson extends VerifyUserProfile {

        @Override
        public RequiredActionProvider create(KeycloakSession session) {
            return InPersonAction.of(getId(), super.create(session));
        }

        @Override
        public int order() {
            return ORDER;
        }
    }

    public static final class RecoveryAuthnCodesInPerson extends RecoveryAuthnCodesAction {

        @Override
        public RequiredActionProvider create(KeycloakSession session) {
            return InPersonAction.of(getId(), super.create(session));
        }

        @Override
        public int order() {
            return ORDER;
        }
    }

    public static final class UpdateEmailInPerson extends UpdateEmail {

        @Override
        public RequiredActionProvider create(KeycloakSession session) {
            return InPersonAction.of(getId(), super.create(session));
        }

        @Override
        public int order() {
            return ORDER;
        }
    }

    public static final class IdpLinkInPerson extends IdpLinkAction {

        @Override
        public RequiredActionProvider create(KeycloakSession session) {
            return InPersonAction.of(getId(), super.create(session));
        }

        @Override
        public int order() {
            return ORDER;
        }
    }

    public static final class VerifiableCredentialOfferInPerson extends VerifiableCredentialOfferAction {

        @Override
        public RequiredActionProvider create(KeycloakSession session) {
            return InPersonAction.of(getId(), super.create(session));
        }

        @Override
        public int order() {
            return ORDER;
        }
    }
}
