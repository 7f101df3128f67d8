/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.change;

import io.dataaccess.keycloak.configuration.Configuration;
import io.dataaccess.keycloak.configuration.ConfigurationDifference;

/**
 * A whole configuration in place of another.
 *
 * @param baseVersion the version of the configuration that it takes the place of
 * @param base that configuration
 * @param baseRequired whether changes needed an approval
 * @param required whether changes shall need an approval from then on
 */
public record ProposedConfiguration(
        long baseVersion, Configuration base, boolean baseRequired, Configuration content, boolean required) {

    static ProposedConfiguration of(InForce base, Configuration content, boolean required) {
        return new ProposedConfiguration(base.version(), base.content(), base.required(), content, required);
    }

    boolean isDifferent() {
        return required != baseRequired || !content.equals(base);
    }

    public ConfigurationDifference difference() {
        return ConfigurationDifference.between(base, content);
    }
}
