/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.configuration;

import static io.dataaccess.keycloak.configuration.ConfigurationChange.What.ADDED;
import static io.dataaccess.keycloak.configuration.ConfigurationChange.What.CHANGED;
import static io.dataaccess.keycloak.configuration.ConfigurationChange.What.REMOVED;
import static io.dataaccess.keycloak.configuration.Configurations.category;
import static io.dataaccess.keycloak.configuration.Configurations.element;
import static io.dataaccess.keycloak.configuration.Configurations.policy;
import static io.dataaccess.keycloak.configuration.Configurations.scope;
import static io.dataaccess.keycloak.configuration.Configurations.usContact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dataaccess.keycloak.configuration.ConfigurationChange.Kind;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The difference between two configurations")
class ConfigurationDifferenceTest {

    @Test
    void isEmptyWhenBothSayTheSame() {
        assertThat(ConfigurationDifference.between(usContact(), usContact()).isEmpty())
                .isTrue();
    }

    @Test
    void namesTheFieldWhenOneValueIsAnother() {
        assertThat(changes(usContact(), Configurations.of(category("CONFIDENTIAL"), policy("PT24H"), usScope())))
                .containsExactly(new ConfigurationChange(
                        Kind.APPROVAL_POLICY,
                        "us-confidential",
                        CHANGED,
                        "maxDuration",
                        List.of("PT8H"),
                        List.of("PT24H")));
    }

    @Test
    void namesTheFieldWhenItIsNewOrGone() {
        ConfiguredElement with = element("us-confidential", "maxDuration", "PT8H", "contact", "us");
        ConfigurationChange come = new ConfigurationChange(
                Kind.APPROVAL_POLICY, "us-confidential", CHANGED, "contact", List.of(), List.of("us"));
        ConfigurationChange gone = new ConfigurationChange(
                Kind.APPROVAL_POLICY, "us-confidential", CHANGED, "contact", List.of("us"), List.of());
        Configuration other = Configurations.of(category("CONFIDENTIAL"), with, usScope());
        assertThat(changes(usContact(), other)).containsExactly(come);
        assertThat(changes(other, usContact())).containsExactly(gone);
    }

    @Test
    void hasALineForEachFieldWhenAnElementIsNewOrGone() {
        assertThat(changes(Configurations.empty(), usContact()))
                .containsExactly(
                        line(Kind.DATA_CATEGORY, "us.user.contact", "jurisdiction", "US"),
                        line(Kind.DATA_CATEGORY, "us.user.contact", "sensitivity", "CONFIDENTIAL"),
                        line(Kind.APPROVAL_POLICY, "us-confidential", "maxDuration", "PT8H"),
                        line(Kind.CLIENT_SCOPE, "us-contact", "categories", "us.user.contact"),
                        line(Kind.CLIENT_SCOPE, "us-contact", "id", "scope-1"));
        assertThat(changes(usContact(), Configurations.empty()))
                .extracting(ConfigurationChange::what)
                .containsOnly(REMOVED)
                .hasSize(5);
    }

    @Test
    void saysSoWhenAnElementWithoutFieldsIsNew() {
        Configuration bare = new Configuration(List.of(element("bare")), List.of(), List.of(), 1, List.of());
        assertThat(changes(Configurations.empty(), bare))
                .containsExactly(new ConfigurationChange(Kind.DATA_CATEGORY, "bare", ADDED, "", List.of(), List.of()));
    }

    @Test
    void showsOneGoneAndOneNewWhenAnElementIsRenamed() {
        Configuration renamed =
                Configurations.of(category("CONFIDENTIAL"), element("other", "maxDuration", "PT8H"), usScope());
        assertThat(changes(usContact(), renamed))
                .extracting(ConfigurationChange::name, ConfigurationChange::what)
                .containsExactly(tuple("other", ADDED), tuple("us-confidential", REMOVED));
    }

    @Test
    void seesASecondOfTheSameName() {
        Configuration twice = new Configuration(
                List.of(category("CONFIDENTIAL"), category("PUBLIC")),
                usContact().policies(),
                usContact().scopes(),
                1,
                List.of());
        assertThat(changes(usContact(), twice))
                .extracting(ConfigurationChange::what, ConfigurationChange::field, ConfigurationChange::to)
                .containsExactly(
                        tuple(ADDED, "jurisdiction", List.of("US")), tuple(ADDED, "sensitivity", List.of("PUBLIC")));
        assertThat(changes(twice, twice)).isEmpty();
    }

    @Test
    void countsTwoThatSayTheSameAsTwo() {
        Configuration twice = new Configuration(
                List.of(category("CONFIDENTIAL"), category("CONFIDENTIAL")),
                usContact().policies(),
                usContact().scopes(),
                1,
                List.of());
        assertThat(changes(twice, usContact()))
                .extracting(ConfigurationChange::what)
                .containsExactly(REMOVED, REMOVED);
    }

    @Test
    void takesAScopeForAnotherWhenItWasMadeAnewUnderItsName() {
        ConfiguredScope anew = new ConfiguredScope("scope-2", "us-contact", "us.user.contact");
        assertThat(changes(usContact(), Configurations.of(category("CONFIDENTIAL"), policy("PT8H"), anew)))
                .filteredOn(change -> change.field().equals("id"))
                .containsExactly(
                        new ConfigurationChange(
                                Kind.CLIENT_SCOPE, "us-contact", REMOVED, "id", List.of("scope-1"), List.of()),
                        new ConfigurationChange(
                                Kind.CLIENT_SCOPE, "us-contact", ADDED, "id", List.of(), List.of("scope-2")));
    }

    @Test
    void namesTheListWhenAScopeListsOtherCategories() {
        assertThat(changes(
                        usContact(),
                        Configurations.of(category("CONFIDENTIAL"), policy("PT8H"), scope("us.user.name"))))
                .containsExactly(new ConfigurationChange(
                        Kind.CLIENT_SCOPE,
                        "us-contact",
                        CHANGED,
                        "categories",
                        List.of("us.user.contact"),
                        List.of("us.user.name")));
    }

    @Test
    void namesTheSettingWhenMoreOrFewerApprove() {
        Configuration two = new Configuration(List.of(), List.of(), List.of(), 2, List.of());
        assertThat(changes(Configurations.empty(), two))
                .containsExactly(new ConfigurationChange(
                        Kind.SETTING, "data-access.changeApprovals", CHANGED, "value", List.of("1"), List.of("2")));
    }

    @Test
    void showsALockThatWasAddedOrRemoved() {
        Configuration locked =
                Configurations.empty().withLocks(List.of(Configurations.lock(Lock.Kind.SCOPE, "us-contact")));
        assertThat(changes(Configurations.empty(), locked))
                .contains(
                        line(Kind.LOCK, "us-contact", "kind", "scope"),
                        line(Kind.LOCK, "us-contact", "scopeId", "scope-1"));
        assertThat(changes(locked, Configurations.empty()))
                .extracting(ConfigurationChange::what)
                .containsOnly(REMOVED);
    }

    private static ConfiguredScope usScope() {
        return scope("us.user.contact");
    }

    private static ConfigurationChange line(Kind kind, String name, String field, String to) {
        return new ConfigurationChange(kind, name, ADDED, field, List.of(), List.of(to));
    }

    private static List<ConfigurationChange> changes(Configuration before, Configuration after) {
        return ConfigurationDifference.between(before, after).changes();
    }
}
