/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import io.dataaccess.keycloak.classification.Sensitivity;
import java.util.Arrays;
import java.util.List;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** The fields of an approval policy. Any other is refused. */
final class PolicyFields {

    static final String JURISDICTION = "jurisdiction";
    static final String SENSITIVITY = "sensitivity";
    static final String REQUIRED_APPROVALS = "requiredApprovals";
    static final String MAX_DURATION = "maxDuration";
    static final String DEFAULT_DURATION = "defaultDuration";
    static final String PENDING_EXPIRY = "pendingExpiry";
    static final String MAX_TOKEN_LIFESPAN = "maxTokenLifespan";
    static final String ELIGIBILITY = "eligibility";
    static final String EXEMPTION = "exemption";
    static final String APPROVER_CONDITION = "approverCondition";
    static final String PURPOSES = "purposes";
    static final String TICKET_PATTERN = "ticketPattern";
    static final String TICKET_HINT = "ticketHint";
    static final String TICKET_REQUIRED = "ticketRequired";
    static final String APPROVER_MAX_AGE = "approverMaxAge";
    static final String APPROVER_ACR = "approverAcr";
    static final String CONTACT = "contact";
    static final String NOTICE_BEFORE_ACCESS = "noticeBeforeAccess";

    /** What a policy must say from INTERNAL up: left out, it would be weaker than anybody meant. */
    static final List<String> NEVER_LEFT_OUT =
            List.of(REQUIRED_APPROVALS, ELIGIBILITY, APPROVER_CONDITION, APPROVER_MAX_AGE);
    /** What a policy for PUBLIC data must say. */
    static final List<String> NEVER_LEFT_OUT_IF_PUBLIC = List.of(REQUIRED_APPROVALS, ELIGIBILITY);

    private static final List<ProviderConfigProperty> ALL = describe();
    static final List<String> NAMES =
            ALL.stream().map(ProviderConfigProperty::getName).toList();

    private PolicyFields() {}

    /** For Keycloak, which drops any other field when a policy is changed. */
    static List<ProviderConfigProperty> all() {
        return ALL;
    }

    private static List<ProviderConfigProperty> describe() {
        ProviderConfigurationBuilder fields = ProviderConfigurationBuilder.create();
        text(fields, JURISDICTION, "Such as US");
        fields.property(
                SENSITIVITY,
                SENSITIVITY,
                "Of the data it is for",
                ProviderConfigProperty.LIST_TYPE,
                null,
                Arrays.stream(Sensitivity.values()).map(Enum::name).toList());
        list(
                fields,
                REQUIRED_APPROVALS,
                "Group path and number of people, such as /us-security=2; the word none asks for no approval: PUBLIC only");
        text(fields, MAX_DURATION, "Longest access grant, ISO-8601");
        text(fields, DEFAULT_DURATION, "Access grant when nothing is asked, ISO-8601; default: maxDuration");
        text(fields, PENDING_EXPIRY, "How long a request waits for its decision, ISO-8601; default: P1D");
        text(fields, MAX_TOKEN_LIFESPAN, "Longest life of an access token, ISO-8601");
        text(fields, ELIGIBILITY, "CEL: who may have the access; must be written");
        text(fields, EXEMPTION, "CEL: who needs no approval; default: false");
        text(fields, APPROVER_CONDITION, "CEL: who of the groups may approve; must be written from INTERNAL up");
        list(fields, PURPOSES, "The closed list of purposes");
        text(fields, TICKET_PATTERN, "Regular expression in RE2 syntax that the whole ticket must match");
        text(fields, TICKET_HINT, "What ticket is wanted, in words, on one line, such as: the case number, LEGAL-1234");
        text(fields, TICKET_REQUIRED, "true or false; default: false");
        text(
                fields,
                APPROVER_MAX_AGE,
                "Longest time since an approver's login, ISO-8601; must be written from INTERNAL up");
        text(fields, APPROVER_ACR, "The least acr of an approver's login; blank asks for none");
        text(fields, CONTACT, "Whom to ask");
        text(
                fields,
                NOTICE_BEFORE_ACCESS,
                "true or false: whether a login says once more what it opens before it goes on; default: false");
        return List.copyOf(fields.build());
    }

    private static void text(ProviderConfigurationBuilder fields, String name, String help) {
        fields.property(name, name, help, ProviderConfigProperty.STRING_TYPE, null, null);
    }

    private static void list(ProviderConfigurationBuilder fields, String name, String help) {
        fields.property(name, name, help, ProviderConfigProperty.MULTIVALUED_STRING_TYPE, null, null);
    }
}
