/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import io.dataaccess.keycloak.classification.Sensitivity;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** Component {@code data-category}: refuses on save what can never be right. */
public final class DataCategoryFactory extends CatalogFactory<DataCategoryProvider> {

    @Override
    public String getId() {
        return "data-category";
    }

    @Override
    String changed() {
        return "category_changed";
    }

    @Override
    public String getHelpText() {
        return "A kind of user data, named by its key";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return ProviderConfigurationBuilder.create()
                .property(
                        CategoryReader.JURISDICTION,
                        "Jurisdiction",
                        "Such as US",
                        ProviderConfigProperty.STRING_TYPE,
                        null,
                        null)
                .property(
                        CategoryReader.SENSITIVITY,
                        "Sensitivity",
                        "Decides the approval policy",
                        ProviderConfigProperty.LIST_TYPE,
                        null,
                        Arrays.stream(Sensitivity.values()).map(Enum::name).toList())
                .property(
                        CategoryReader.LABEL,
                        "Label",
                        "What people read",
                        ProviderConfigProperty.STRING_TYPE,
                        null,
                        null)
                .build();
    }

    /** What is wrong with the category itself, whatever else there is; empty when it can be read whole and stored. */
    public static Optional<String> complaint(ComponentModel model) {
        try {
            StorableText.require(model);
            CategoryReader.read(model);
            return UnknownFields.complaint(DataCategoryProvider.class.getName(), model.getConfig());
        } catch (InvalidComponentException e) {
            return Optional.of(e.complaint());
        }
    }

    @Override
    public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel model) {
        try {
            requireParent(realm, model);
            StorableText.require(model);
            CategoryReader.read(model);
        } catch (InvalidComponentException e) {
            throw new RefusedComponentException(model, e.complaint());
        }
        boolean taken = realm.getComponentsStream(realm.getId(), DataCategoryProvider.class.getName())
                .filter(other -> !Objects.equals(other.getId(), model.getId()))
                .anyMatch(other -> CategoryReader.key(other).equals(CategoryReader.key(model)));
        if (taken) {
            throw new RefusedComponentException(model, "name '" + model.getName() + "' is already a data category");
        }
    }
}
