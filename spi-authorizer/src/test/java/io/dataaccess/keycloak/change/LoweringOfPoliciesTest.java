/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.change;

import static io.dataaccess.keycloak.change.Contents.draft;
import static io.dataaccess.keycloak.change.Contents.usual;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.catalog.ApprovalPolicyFactory;
import io.dataaccess.keycloak.configuration.Configuration;
import io.dataaccess.keycloak.configuration.ConfiguredElement;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.provider.ProviderConfigProperty;

/** Which change of which field of a policy lessens the protection: each way that does, and its twin that does not. */
final class LoweringOfPoliciesTest {

    /**
     * A change of {@code us-confidential}.
     *
     * @param from several values are joined by a bar; a dash stands for a missing field
     */
    private record Cell(String field, String from, String to, boolean lowers) {}

    private static final String OTHER_ENTITY = "subject.attributes['legal_entity'] == 'Clips Brasil'";

    static Stream<Cell> cells() {
        return Stream.of(
                        both("maxDuration", "PT8H", "PT9H", "PT7H"),
                        both("maxDuration", "PT8H", "-", "PT480M"),
                        both("maxDuration", "-", "PT1H", "-"),
                        both("maxDuration", "PT8H", "soon", "PT1H"),
                        both("defaultDuration", "PT1H", "PT2H", "PT30M"),
                        both("defaultDuration", "PT1H", "-", "PT1H"),
                        both("pendingExpiry", "P1D", "P2D", "PT12H"),
                        both("maxTokenLifespan", "PT5M", "PT6M", "PT4M"),
                        both("approverMaxAge", "PT1H", "PT61M", "PT59M"),
                        both("requiredApprovals", "/us-security=2", "/us-security=1", "/us-security=3"),
                        both("requiredApprovals", "/us-security=1", "/others=1", "/us-security=1|/others=1"),
                        both("requiredApprovals", "/a=1|/b=1", "/a=2", "/a=2|/b=1"),
                        both("requiredApprovals", "/a=1", "none", "/a=1"),
                        both("requiredApprovals", "/a=1|/a=2", "/a=2", "/a=1|/a=2"),
                        both("requiredApprovals", "/a=1", "/a=0", "/a=999"),
                        both("requiredApprovals", "/a=1", "-", "/a=1"),
                        both("ticketRequired", "true", "false", "true"),
                        both("ticketRequired", "true", "-", "TRUE"),
                        both("ticketRequired", "-", "yes", "true"),
                        both("noticeBeforeAccess", "true", "false", "true"),
                        both("noticeBeforeAccess", "-", "no", "true"),
                        both("purposes", "a|b", "a|c", "a"),
                        both("purposes", "a|b", "a|b|c", "b"),
                        both("purposes", "a|b", "-", "b|a"),
                        both("ticketPattern", "[A-Z]+", "[A-Z]*", "[A-Z]+"),
                        both("ticketPattern", "[A-Z]+", "-", "[A-Z]+"),
                        both("ticketPattern", "[A-Z]+", "[A-Z]", "[A-Z]+"),
                        both("approverAcr", "2", "3", "2"),
                        both("approverAcr", "2", "-", "2"),
                        both("approverAcr", "-", "2|3", "2"),
                        both("eligibility", "true", "false", "true"),
                        both("exemption", "-", "false", "-"),
                        both("exemption", "true", "false", "true"),
                        both("approverCondition", "true", OTHER_ENTITY, "true"),
                        both("jurisdiction", "US", "EU", "US"),
                        both("sensitivity", "CONFIDENTIAL", "INTERNAL", "CONFIDENTIAL"),
                        both("somethingNew", "-", "PT1H", "-"),
                        both("somethingNew", "true", "-", "true"),
                        Stream.of(
                                new Cell("ticketPattern", "-", "[A-Z]+", false),
                                new Cell("contact", "Ann", "Bob", false),
                                new Cell("contact", "Ann", "-", false),
                                new Cell("ticketHint", "-", "ABC-1", false),
                                new Cell("approverAcr", "2", " 2 ", false)))
                .flatMap(cell -> cell);
    }

    private static Stream<Cell> both(String field, String from, String lowering, String harmless) {
        return Stream.of(new Cell(field, from, lowering, true), new Cell(field, from, harmless, false));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void lowersUnlessTheFieldIsSurelyStricterOrText(Cell cell) {
        Configuration before = with(cell.field, cell.from);
        Configuration after = with(cell.field, cell.to);

        Lowering lowering = lowering(before, after);

        assertThat(lowering.all().isEmpty()).as(lowering.toString()).isEqualTo(!cell.lowers);
        if (cell.lowers) {
            assertThat(lowering.policies("US")).contains("us-confidential");
        }
    }

    /** A field that is added to policies needs a cell: without one nobody has thought about it. */
    @Test
    void hasCellsForEachFieldOfPolicies() {
        Set<String> fields = new ApprovalPolicyFactory()
                .getConfigProperties().stream()
                        .map(ProviderConfigProperty::getName)
                        .collect(Collectors.toSet());

        assertThat(cells().map(Cell::field).filter(field -> !field.equals("somethingNew")))
                .containsAll(fields)
                .isSubsetOf(fields);
    }

    @Test
    void lowersWhenNobodyCouldReadThePolicy() {
        Configuration before = with("contact", "Ann");
        Configuration after = with("contact", "Bob");
        Unreadable unreadable = new Unreadable(Set.of(), Set.of("us-confidential"));

        assertThat(Lowering.of(before, unreadable, after, false).jurisdictions())
                .containsExactly("US");
        assertThat(lowering(before, after).all()).isEmpty();
    }

    /** What a list of policies becomes; names alone stand for the usual ones. */
    @ParameterizedTest
    @CsvSource({
        // removed, and nothing in its place
        "us-confidential, '', ''",
        // first of its level
        "'', us-internal:US:INTERNAL, US",
        // first of its jurisdiction
        "'', br-internal:BR:INTERNAL, BR",
        // in the place of another
        "us-confidential, us-other:US:CONFIDENTIAL, US",
        // beside another: neither decides any longer; the twin of the removal of one of two
        "'', us-other:US:CONFIDENTIAL, US",
    })
    void lowersWhenAnotherPolicyDecides(String removed, String added, String lowered) {
        Configuration after = Contents.withPolicies(usual(), policies -> {
            policies.removeIf(one -> one.name().equals(removed));
            policies.addAll(added.isEmpty() ? Set.<ConfiguredElement>of() : Set.of(policy(added)));
            return policies;
        });

        assertThat(lowering(usual(), after).jurisdictions())
                .containsExactlyElementsOf(lowered.isEmpty() ? Set.<String>of() : Set.of(lowered));
    }

    @Test
    void lowersWhenOneOfTwoIsRemovedWhichKeptTheOtherFromDeciding() {
        Configuration twins =
                Contents.withPolicies(usual(), policies -> Contents.and(policies, policy("us-other:US:CONFIDENTIAL")));

        assertThat(lowering(twins, usual()).jurisdictions()).containsExactly("US");
        assertThat(lowering(twins, twins).all()).isEmpty();
    }

    @Test
    void lowersWhenOneThatCouldBeForAnythingIsRemoved() {
        Configuration unclear = Contents.withPolicies(
                usual(),
                policies -> Contents.and(
                        policies,
                        Contents.policy("unclear", "US", "RESTRICTED")
                                .without("jurisdiction")
                                .element()));

        assertThat(lowering(unclear, usual()).jurisdictions()).containsExactly("EU", "US");
        assertThat(lowering(unclear, unclear).all()).isEmpty();
    }

    @Test
    void lowersBothJurisdictionsWhenAPolicyMovesFromOneToTheOther() {
        Configuration after = with("jurisdiction", "EU");

        assertThat(lowering(usual(), after).jurisdictions()).containsExactly("EU", "US");
    }

    private static ConfiguredElement policy(String words) {
        String[] parts = words.split(":", 3);
        return Contents.policy(parts[0], parts[1], parts[2]).element();
    }

    private static Lowering lowering(Configuration before, Configuration after) {
        return Lowering.of(before, Unreadable.NOTHING, after, false);
    }

    private static Configuration with(String field, String values) {
        Contents.Draft draft = draft(usual(), "us-confidential");
        return Contents.withPolicies(
                usual(),
                policies -> Contents.put(
                        policies,
                        values.equals("-")
                                ? draft.without(field).element()
                                : draft.with(
                                                field,
                                                Arrays.stream(values.split("[|]"))
                                                        .toArray(String[]::new))
                                        .element()));
    }
}
