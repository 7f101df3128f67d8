/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import io.dataaccess.keycloak.classification.Level;
import io.dataaccess.keycloak.classification.Sensitivity;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** Component {@code approval-policy}: refuses on save what can never be right. */
public final class ApprovalPolicyFactory extends CatalogFactory<ApprovalPolicyProvider> {

    @Override
    public String getId() {
        return "approval-policy";
    }

    @Override
    public String getHelpText() {
        return "For one jurisdiction and sensitivity: who may ask, who must approve, for how long";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        ProviderConfigurationBuilder fields = ProviderConfigurationBuilder.create();
        text(fields, "jurisdiction", "Such as US");
        fields.property(
                "sensitivity",
                "sensitivity",
                "Of the data it is for",
                ProviderConfigProperty.LIST_TYPE,
                null,
                Arrays.stream(Sensitivity.values()).map(Enum::name).toList());
        list(fields, "requiredApprovals", "Group path and number of people, such as /us-security=2; none: no approval");
        text(fields, "maxDuration", "Longest access grant, ISO-8601");
        text(fields, "defaultDuration", "Access grant when nothing is asked, ISO-8601; default: maxDuration");
        text(fields, "pendingExpiry", "How long a request waits for its decision, ISO-8601; default: P1D");
        text(fields, "maxTokenLifespan", "Longest life of an access token, ISO-8601");
        text(fields, "eligibility", "CEL: who may have the access");
        text(fields, "exemption", "CEL: who needs no approval; default: false");
        text(fields, "approverCondition", "CEL: who of the groups may approve; default: true");
        list(fields, "purposes", "The closed list of purposes");
        text(fields, "ticketPattern", "Regular expression that a ticket must match");
        text(fields, "ticketRequired", "true or false; default: false");
        text(fields, "approverMaxAge", "Longest time since an approver's login, ISO-8601; default: PT1H");
        text(fields, "approverAcr", "The least acr of an approver's login; blank asks for none");
        text(fields, "contact", "Whom to ask");
        return fields.build();
    }

    private static void text(ProviderConfigurationBuilder fields, String name, String help) {
        fields.property(name, name, help, ProviderConfigProperty.STRING_TYPE, null, null);
    }

    private static void list(ProviderConfigurationBuilder fields, String name, String help) {
        fields.property(name, name, help, ProviderConfigProperty.MULTIVALUED_STRING_TYPE, null, null);
    }

    @Override
    public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel model) {
        Level level;
        try {
            StorableText.require(model);
            level = new PolicyReader(Catalog.CONDITIONS)
                    .read(model, ApprovalPolicyFactory::refuse)
                    .level();
        } catch (InvalidComponentException e) {
            throw refusal(e.complaint());
        }
        realm.getComponentsStream(realm.getId(), ApprovalPolicyProvider.class.getName())
                .filter(other -> !Objects.equals(other.getId(), model.getId()))
                .filter(other -> isFor(other, level) || Objects.equals(other.getName(), model.getName()))
                .findFirst()
                .ifPresent(other -> {
                    throw refusal("approval policy '" + other.getName()
                            + "' is already there for " + level.jurisdiction() + " " + level.sensitivity()
                            + ", or by this name");
                });
    }

    private static void refuse(String complaint) {
        throw refusal(complaint);
    }

    private static boolean isFor(ComponentModel other, Level level) {
        return level.jurisdiction().equals(other.get("jurisdiction"))
                && level.sensitivity().name().equals(other.get("sensitivity"));
    }
}
