/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.sample;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.util.Set;

/** One trip to Keycloak: what ties the answer to this browser, what was asked for, and where to go on. */
record Attempt(State state, Nonce nonce, CodeVerifier verifier, Set<String> scopes, String returnTo) {

    Attempt(Set<String> scopes, String returnTo) {
        this(new State(), new Nonce(), new CodeVerifier(), scopes, returnTo);
    }
}
