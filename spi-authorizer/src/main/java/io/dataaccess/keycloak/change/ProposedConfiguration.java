/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.change;

import io.dataaccess.keycloak.configuration.Configuration;

/**
 * A whole configuration in place of another.
 *
 * @param baseVersion the version of the configuration that it takes the place of
 * @param baseHash the hash of that one's content
 * @param required whether changes shall need an approval from then on
 */
public record ProposedConfiguration(long baseVersion, String baseHash, Configuration content, boolean required) {

    public static ProposedConfiguration of(InForce base, Configuration content, boolean required) {
        return new ProposedConfiguration(base.version(), base.content().hash(), content, required);
    }

    /** Whether anything would be different from this. */
    public boolean isDifferentFrom(InForce other) {
        return required != other.required() || !content.equals(other.content());
    }
}
