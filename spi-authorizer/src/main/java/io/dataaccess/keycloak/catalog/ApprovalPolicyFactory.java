/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import io.dataaccess.keycloak.classification.ProtectionLevel;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;

/** Component {@code approval-policy}: refuses on save what can never be right. */
public final class ApprovalPolicyFactory extends CatalogFactory<ApprovalPolicyProvider> {

    @Override
    public String getId() {
        return "approval-policy";
    }

    @Override
    String changed() {
        return "policy_changed";
    }

    @Override
    public String getHelpText() {
        return "For one jurisdiction and sensitivity: who may ask, who must approve, for how long";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return PolicyFields.all();
    }

    @Override
    public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel model) {
        ProtectionLevel level = read(realm, model);
        realm.getComponentsStream(realm.getId(), ApprovalPolicyProvider.class.getName())
                .filter(other -> !Objects.equals(other.getId(), model.getId()))
                .filter(other ->
                        PossibleLevelsReader.of(other).filter(level::equals).isPresent()
                                || Objects.equals(other.getName(), model.getName()))
                .findFirst()
                .ifPresent(other -> {
                    throw new RefusedComponentException(
                            model,
                            "approval policy '" + other.getName()
                                    + "' is already there for " + level.jurisdiction() + " " + level.sensitivity()
                                    + ", or by this name");
                });
    }

    /** What is wrong with the policy itself, whatever else there is; empty when it can be read whole and stored. */
    public static Optional<String> complaint(ComponentModel model) {
        try {
            StorableText.require(model);
            new PolicyReader(Catalog.CONDITIONS).read(model);
            return UnknownFields.complaint(ApprovalPolicyProvider.class.getName(), model.getConfig());
        } catch (InvalidComponentException e) {
            return Optional.of(e.complaint());
        }
    }

    private static ProtectionLevel read(RealmModel realm, ComponentModel model) {
        try {
            requireParent(realm, model);
            StorableText.require(model);
            return new PolicyReader(Catalog.CONDITIONS).read(model).level();
        } catch (InvalidComponentException e) {
            throw new RefusedComponentException(model, e.complaint());
        }
    }
}
