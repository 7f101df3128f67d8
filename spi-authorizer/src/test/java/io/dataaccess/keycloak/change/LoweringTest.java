/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.change;

import static io.dataaccess.keycloak.change.Contents.category;
import static io.dataaccess.keycloak.change.Contents.element;
import static io.dataaccess.keycloak.change.Contents.listing;
import static io.dataaccess.keycloak.change.Contents.put;
import static io.dataaccess.keycloak.change.Contents.usual;
import static io.dataaccess.keycloak.change.Contents.withApprovals;
import static io.dataaccess.keycloak.change.Contents.withCategories;
import static io.dataaccess.keycloak.change.Contents.withPolicies;
import static io.dataaccess.keycloak.change.Contents.withScopes;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.configuration.Configuration;
import io.dataaccess.keycloak.configuration.ConfiguredScope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which change of data categories, scopes and the rest lessens the protection of whose data. */
final class LoweringTest {

    /** A category of the usual ones becomes this; the data of the jurisdictions in the last column is protected less. */
    @ParameterizedTest
    @CsvSource({
        "us.contact, US, CONFIDENTIAL, ''",
        "us.contact, US, INTERNAL, US",
        "us.contact, US, PUBLIC, US",
        "us.contact, US, RESTRICTED, ''",
        "us.private, US, CONFIDENTIAL, US",
        "us.public, US, CONFIDENTIAL, ''",
        "us.contact, EU, CONFIDENTIAL, US",
        "us.contact, EU, RESTRICTED, US",
        "eu.contact, US, RESTRICTED, EU",
        // where nobody decides is closed: but the first policy there would open it
        "eu.contact, EU, RESTRICTED, EU",
        "us.new, US, PUBLIC, ''",
    })
    void lowersWhenACategoryFallsUnderAWeakerPolicy(
            String key, String jurisdiction, String sensitivity, String lowered) {
        Configuration after =
                withCategories(usual(), categories -> put(categories, category(key, jurisdiction, sensitivity)));

        assertLowered(usual(), after, lowered);
    }

    @Test
    void lowersWhenThePolicyOfTheHigherLevelIsWeaker() {
        Configuration weak = withPolicies(
                usual(),
                policies -> put(
                        policies,
                        Contents.draft(usual(), "us-restricted")
                                .with("requiredApprovals", "/data-owners=3")
                                .element()));
        Configuration raised =
                withCategories(weak, categories -> put(categories, category("us.contact", "US", "RESTRICTED")));

        assertLowered(weak, raised, "US");
        assertLowered(weak, weak, "");
    }

    @Test
    void keepsProtectionWhenOnlyTheLabelOfACategoryChanges() {
        Map<String, List<String>> labelled = Map.of(
                "jurisdiction", List.of("US"), "sensitivity", List.of("CONFIDENTIAL"), "label", List.of("Contacts"));
        Configuration after = withCategories(usual(), categories -> put(categories, element("us.contact", labelled)));

        assertLowered(usual(), after, "");
        assertLowered(
                usual(),
                withCategories(
                        usual(),
                        categories -> put(
                                categories,
                                element("us.contact", Map.of("jurisdiction", List.of("US"), "note", List.of("x"))))),
                "US");
    }

    /** Whoever removes a category closes the scopes that list it; whoever adds it opens them. */
    @Test
    void lowersWhenACategoryIsAddedThatAScopeLists() {
        Configuration closed = withCategories(usual(), categories -> Contents.without(categories, "us.private"));

        assertLowered(usual(), closed, "");
        assertLowered(closed, usual(), "US");
    }

    @Test
    void lowersTheOtherDataOfTheScopeAsWellWhenACategoryIsAdded() {
        Configuration mixed = withScopes(usual(), scopes -> listing(scopes, "2", "us.contact br.contact"));
        Configuration opened =
                withCategories(mixed, categories -> put(categories, category("br.contact", "BR", "CONFIDENTIAL")));

        assertLowered(mixed, opened, "BR US");
        assertLowered(mixed, mixed, "");
    }

    @Test
    void lowersWhenACategoryIsDefinedOnceInPlaceOfTwice() {
        Configuration twice =
                withCategories(usual(), categories -> Contents.and(categories, category("us.contact", "US", "PUBLIC")));

        assertLowered(twice, usual(), "US");
        assertLowered(twice, twice, "");
    }

    @Test
    void lowersWhenNobodyCouldReadTheCategory() {
        Configuration after =
                withCategories(usual(), categories -> put(categories, category("us.contact", "US", "RESTRICTED")));

        Lowering lowering = Lowering.of(usual(), new Unreadable(Set.of("us.contact"), Set.of()), after, false);

        assertThat(lowering.jurisdictions()).containsExactly("US");
        assertLowered(usual(), after, "");
    }

    /** The scope with this id lists these categories. */
    @ParameterizedTest
    @CsvSource({
        "2, us.contact, ''",
        "2, us.contact us.private, ''",
        "2, us.private, US",
        "2, '', US",
        "2, eu.contact, US",
        "3, us.contact us.private, ''",
        "3, us.contact, US",
        "4, us.contact, EU",
    })
    void lowersWhenAScopeListsLess(String id, String categories, String lowered) {
        assertLowered(usual(), withScopes(usual(), scopes -> listing(scopes, id, categories)), lowered);
    }

    @Test
    void lowersWhenAScopeIsGoneOrCalledOtherwise() {
        Configuration gone = withScopes(usual(), scopes -> without(scopes, "2"));
        Configuration renamed = withScopes(usual(), scopes -> and(without(scopes, "2"), "2", "contact", "us.contact"));
        Configuration anew = withScopes(usual(), scopes -> and(without(scopes, "2"), "5", "us-contact", "us.contact"));

        assertLowered(usual(), gone, "US");
        assertLowered(usual(), renamed, "US");
        assertLowered(usual(), anew, "US");
    }

    @Test
    void keepsProtectionWhenAScopeIsGuardedThatWasNot() {
        assertLowered(usual(), withScopes(usual(), scopes -> and(scopes, "5", "new", "us.contact")), "");
    }

    @Test
    void lowersWhenAScopeThatWasRefusedListsOther() {
        Configuration blank = withScopes(usual(), scopes -> listing(scopes, "2", ""));
        Configuration unknown = withScopes(usual(), scopes -> listing(scopes, "2", "us.contact typo"));

        assertLowered(blank, usual(), "US");
        assertLowered(unknown, usual(), "US");
        assertLowered(unknown, unknown, "");
    }

    @Test
    void lowersAllWhenFewerPeopleHaveToApproveChanges() {
        assertLowered(usual(), withApprovals(usual(), 1), "EU US");
        assertLowered(usual(), withApprovals(usual(), 3), "");
    }

    @Test
    void lowersAllWhenSomethingIsUnlocked() {
        Configuration locked = usual().withLocks(List.of(Contents.LOCK));

        assertLowered(locked, usual(), "EU US");
        assertLowered(usual(), locked, "");
    }

    @Test
    void lowersAllWhenChangesNeedNoApprovalAnyLonger() {
        Lowering lowering = Lowering.of(usual(), Unreadable.NOTHING, usual(), true);

        assertThat(lowering.jurisdictions()).containsExactly("EU", "US");
        assertThat(lowering.policies("US")).containsExactly("us-confidential", "us-public", "us-restricted");
        assertLowered(usual(), usual(), "");
    }

    private static List<ConfiguredScope> without(List<ConfiguredScope> scopes, String id) {
        scopes.removeIf(one -> one.id().equals(id));
        return scopes;
    }

    private static List<ConfiguredScope> and(List<ConfiguredScope> scopes, String id, String name, String categories) {
        scopes.add(new ConfiguredScope(id, name, categories));
        return scopes;
    }

    private static void assertLowered(Configuration before, Configuration after, String jurisdictions) {
        Lowering lowering = Lowering.of(before, Unreadable.NOTHING, after, false);
        assertThat(String.join(" ", lowering.jurisdictions()))
                .as(lowering.toString())
                .isEqualTo(jurisdictions);
    }
}
