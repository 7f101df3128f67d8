/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.login;

import java.util.stream.Stream;
import org.keycloak.TokenVerifier;
import org.keycloak.authentication.actiontoken.ActionTokenContext;
import org.keycloak.authentication.actiontoken.TokenUtils;
import org.keycloak.authentication.actiontoken.updateemail.UpdateEmailActionToken;
import org.keycloak.authentication.actiontoken.updateemail.UpdateEmailActionTokenHandler;
import org.keycloak.events.Errors;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keycloak's link that confirms another e-mail address, in place of its own: same id, higher order. It was mailed to the new
 * address by a login, and whoever has that address may then set another password; so it is good only while such a login
 * would be.
 */
public final class UpdateEmailLink extends UpdateEmailActionTokenHandler {

    @Override
    @SuppressWarnings("unchecked") // An array of generics, as Keycloak wants it
    public TokenVerifier.Predicate<? super UpdateEmailActionToken>[] getVerifiers(
            ActionTokenContext<UpdateEmailActionToken> context) {
        TokenVerifier.Predicate<UpdateEmailActionToken> holds =
                TokenUtils.checkThat(token -> isGood(token, context), Errors.EXPIRED_CODE, getDefaultErrorMessage());
        return Stream.concat(Stream.of(holds), Stream.of(super.getVerifiers(context)))
                .toArray(TokenVerifier.Predicate[]::new);
    }

    /** Keycloak sets the time when it mails the link. */
    private static boolean isGood(UpdateEmailActionToken token, ActionTokenContext<UpdateEmailActionToken> context) {
        AuthenticationSessionModel opened = context.getAuthenticationSession();
        Long mailed = token.getIat();
        return mailed != null
                && !new LoginEnd(
                                context.getSession(),
                                context.getRealm(),
                                opened.getClient(),
                                opened.getAuthenticatedUser())
                        .isSince(mailed);
    }

    @Override
    public int order() {
        return 1;
    }
}
