/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.condition;

import io.dataaccess.keycloak.access.Account;
import io.dataaccess.keycloak.access.Attributes;
import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.access.UserRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The people of the demo realm, as far as conditions look at them. */
final class People {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private People() {}

    static Person lin() {
        return with("lin", Map.of("country", List.of("CN"), "legal_entity", List.of("Clips Singapore")));
    }

    static Person chen() {
        return with("chen", Map.of("country", List.of("CN"), "legal_entity", List.of("Clips Beijing")));
    }

    static Person avery() {
        return with("avery", Map.of("country", List.of("US")));
    }

    static Person sam() {
        return with("sam", Map.of("country", List.of("SG")));
    }

    static Person with(String username, Map<String, List<String>> attributes) {
        return new Person(
                new UserRef("id-of-" + username, username),
                new Account(true, false, false, true, false),
                Attributes.of(attributes),
                Set.of(new GroupRef("g1", "/staff"), new GroupRef("g2", "/staff/night")));
    }

    static ConditionInput asking(Person subject) {
        return new ConditionInput(subject, Optional.empty(), new Environment("sample-app", "us-contact", NOW, ""));
    }

    static ConditionInput approving(Person approver) {
        return new ConditionInput(
                lin(), Optional.of(approver), new Environment("sample-app", "us-contact", NOW, "legal-request"));
    }
}
