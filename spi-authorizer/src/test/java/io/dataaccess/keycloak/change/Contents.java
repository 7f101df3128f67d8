/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.change;

import io.dataaccess.keycloak.configuration.Configuration;
import io.dataaccess.keycloak.configuration.ConfiguredElement;
import io.dataaccess.keycloak.configuration.ConfiguredScope;
import io.dataaccess.keycloak.configuration.Lock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Configurations in a few words: US data of three levels and EU data of one, each with its policy. */
final class Contents {

    static final Lock LOCK = new Lock(
            "lock", Lock.Kind.CATEGORY, "us.user.contact", Optional.empty(), "An incident", "pat", Instant.EPOCH);

    private Contents() {}

    static Configuration usual() {
        return new Configuration(
                List.of(
                        category("us.public", "US", "PUBLIC"),
                        category("us.contact", "US", "CONFIDENTIAL"),
                        category("us.private", "US", "RESTRICTED"),
                        category("eu.contact", "EU", "CONFIDENTIAL")),
                List.of(
                        policy("us-public", "US", "PUBLIC")
                                .with("requiredApprovals", "none")
                                .without("maxDuration", "purposes", "approverCondition", "approverMaxAge")
                                .element(),
                        policy("us-confidential", "US", "CONFIDENTIAL").element(),
                        policy("us-restricted", "US", "RESTRICTED")
                                .with("requiredApprovals", "/data-owners=1", "/us-security=2")
                                .with("maxDuration", "PT1H")
                                .with("approverMaxAge", "PT15M")
                                .element(),
                        policy("eu-confidential", "EU", "CONFIDENTIAL")
                                .with("requiredApprovals", "/eu-privacy=1")
                                .element()),
                List.of(
                        new ConfiguredScope("1", "us-public", "us.public"),
                        new ConfiguredScope("2", "us-contact", "us.contact"),
                        new ConfiguredScope("3", "us-private", "us.private us.contact"),
                        new ConfiguredScope("4", "eu-contact", "eu.contact")),
                2,
                List.of());
    }

    static ConfiguredElement category(String key, String jurisdiction, String sensitivity) {
        return element(key, Map.of("jurisdiction", List.of(jurisdiction), "sensitivity", List.of(sensitivity)));
    }

    static ConfiguredElement element(String name, Map<String, List<String>> config) {
        return new ConfiguredElement(name, new TreeMap<>(config));
    }

    static Draft policy(String name, String jurisdiction, String sensitivity) {
        return new Draft(name, Map.of())
                .with("jurisdiction", jurisdiction)
                .with("sensitivity", sensitivity)
                .with("requiredApprovals", "/us-security=1")
                .with("maxDuration", "PT8H")
                .with("maxTokenLifespan", "PT5M")
                .with("eligibility", "subject.attributes['legal_entity'] == 'Clips Singapore'")
                .with("approverCondition", "approver.attributes['country'] == 'US'")
                .with("approverMaxAge", "PT1H")
                .with("purposes", "legal-request", "safety-review");
    }

    /** A policy of the usual ones, to change a field of it. */
    static Draft draft(Configuration content, String name) {
        ConfiguredElement found = content.policies().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return new Draft(name, found.config());
    }

    record Draft(String name, Map<String, List<String>> config) {

        Draft with(String field, String... values) {
            Map<String, List<String>> changed = new TreeMap<>(config);
            changed.put(field, List.of(values));
            return new Draft(name, changed);
        }

        Draft without(String... fields) {
            Map<String, List<String>> changed = new TreeMap<>(config);
            List.of(fields).forEach(changed::remove);
            return new Draft(name, changed);
        }

        ConfiguredElement element() {
            return Contents.element(name, config);
        }
    }

    static Configuration withPolicies(Configuration content, UnaryOperator<List<ConfiguredElement>> change) {
        return new Configuration(
                content.categories(),
                change.apply(new ArrayList<>(content.policies())),
                content.scopes(),
                content.approvals(),
                content.locks());
    }

    static Configuration withCategories(Configuration content, UnaryOperator<List<ConfiguredElement>> change) {
        return new Configuration(
                change.apply(new ArrayList<>(content.categories())),
                content.policies(),
                content.scopes(),
                content.approvals(),
                content.locks());
    }

    static Configuration withScopes(Configuration content, UnaryOperator<List<ConfiguredScope>> change) {
        return new Configuration(
                content.categories(),
                content.policies(),
                change.apply(new ArrayList<>(content.scopes())),
                content.approvals(),
                content.locks());
    }

    static Configuration withApprovals(Configuration content, int approvals) {
        return new Configuration(
                content.categories(), content.policies(), content.scopes(), approvals, content.locks());
    }

    /** These in place of those of the same name, or beside the others. */
    static List<ConfiguredElement> put(List<ConfiguredElement> elements, ConfiguredElement... others) {
        List<String> names = Stream.of(others).map(ConfiguredElement::name).toList();
        return Stream.concat(elements.stream().filter(one -> !names.contains(one.name())), Stream.of(others))
                .toList();
    }

    static List<ConfiguredElement> and(List<ConfiguredElement> elements, ConfiguredElement... others) {
        return Stream.concat(elements.stream(), Stream.of(others)).toList();
    }

    static List<ConfiguredElement> without(List<ConfiguredElement> elements, String name) {
        return elements.stream().filter(one -> !one.name().equals(name)).toList();
    }

    /** The scope with this id with other categories. */
    static List<ConfiguredScope> listing(List<ConfiguredScope> scopes, String id, String categories) {
        return scopes.stream()
                .map(one -> one.id().equals(id) ? new ConfiguredScope(id, one.name(), categories) : one)
                .toList();
    }
}
