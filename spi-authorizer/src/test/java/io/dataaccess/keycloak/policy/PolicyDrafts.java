/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

import java.util.List;
import java.util.Map;

/** The approval policies of the demo realm. */
public final class PolicyDrafts {

    private static final Map<String, List<String>> COMMON = Map.ofEntries(
            Map.entry(
                    "eligibility",
                    List.of("subject.attributes['legal_entity'] in ['Clips Singapore', 'Clips Brasil',"
                            + " 'Clips Ireland', 'Clips US Data Security']")),
            Map.entry("exemption", List.of("false")),
            Map.entry("approverCondition", List.of("true")),
            Map.entry("approverMaxAge", List.of("PT1H")),
            Map.entry("approverAcr", List.of("")),
            Map.entry("maxDuration", List.of("PT8H")),
            Map.entry("defaultDuration", List.of("PT1H")),
            Map.entry("pendingExpiry", List.of("P1D")),
            Map.entry("maxTokenLifespan", List.of("PT5M")),
            Map.entry(
                    "purposes", List.of("fraud-investigation", "legal-request", "safety-review", "service-operation")),
            Map.entry("ticketPattern", List.of("[A-Z]+-[0-9]+")),
            Map.entry("ticketHint", List.of("")),
            Map.entry("ticketRequired", List.of("false")),
            Map.entry("noticeBeforeAccess", List.of("false")),
            Map.entry("contact", List.of("US data security on call, +1 555 0100")));

    private PolicyDrafts() {}

    public static PolicyDraft usPublic() {
        return us("us-public", "PUBLIC").with("requiredApprovals", "none");
    }

    public static PolicyDraft usConfidential() {
        return us("us-confidential", "CONFIDENTIAL").with("requiredApprovals", "/us-security=1");
    }

    public static PolicyDraft usRestricted() {
        return us("us-restricted", "RESTRICTED")
                .with("requiredApprovals", "/us-security=2", "/data-owners=1")
                .with("maxDuration", "PT1H")
                .with("defaultDuration", "PT30M")
                .with("approverMaxAge", "PT15M");
    }

    public static PolicyDraft euConfidential() {
        return new PolicyDraft("eu-confidential", COMMON)
                .with("jurisdiction", "EU")
                .with("sensitivity", "CONFIDENTIAL")
                .with("requiredApprovals", "/eu-privacy=1")
                .with("contact", "EU privacy desk");
    }

    public static List<PolicyDraft> all() {
        return List.of(usPublic(), usConfidential(), usRestricted(), euConfidential());
    }

    private static PolicyDraft us(String name, String sensitivity) {
        return new PolicyDraft(name, COMMON)
                .with("jurisdiction", "US")
                .with("sensitivity", sensitivity)
                .with("approverCondition", "approver.attributes['country'] == 'US'");
    }
}
