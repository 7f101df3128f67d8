/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.dataaccess.keycloak.catalog.ConfigurationTable.Cell;
import io.dataaccess.keycloak.catalog.approved.DecidingConfiguration;
import io.dataaccess.keycloak.catalog.approved.DecidingConfiguration.Basis;
import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.classification.Sensitivity;
import io.dataaccess.keycloak.condition.TextPattern;
import io.dataaccess.keycloak.lint.Mistake;
import io.dataaccess.keycloak.lint.ProblemRealm;
import io.dataaccess.keycloak.lint.realm.SettingProblems;
import io.dataaccess.keycloak.log.LogAttributes;
import io.dataaccess.keycloak.log.LogVisibility;
import io.dataaccess.keycloak.policy.ApprovalPolicy;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.KeycloakSession;

/** Every cell of the tables in {@code docs/configuration.md}, tried. */
final class ConfigurationTableTest {

    private final ProblemRealm configured = new ProblemRealm();
    private final KeycloakSession session = mock();

    static Stream<Cell> policies() {
        return ConfigurationTable.below("Approval policies");
    }

    static Stream<Cell> policiesWithoutApproval() {
        return ConfigurationTable.below("PUBLIC, where nobody must approve");
    }

    static Stream<Cell> categories() {
        return ConfigurationTable.below("Data categories");
    }

    static Stream<Cell> scopes() {
        return ConfigurationTable.below("Client scopes");
    }

    static Stream<Cell> realms() {
        return ConfigurationTable.below("Realm attributes");
    }

    /** Each attribute of a realm has its row. */
    @Test
    void hasARowWhenThereIsARealmAttribute() {
        assertThat(realms().map(Cell::field).distinct()).containsExactlyInAnyOrderElementsOf(SettingProblems.OF_REALM);
    }

    /** Each field of a policy has its row. */
    @Test
    void hasARowWhenThereIsAField() {
        assertThat(policies().map(Cell::field).distinct())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(Stream.of("name"), PolicyFields.NAMES.stream())
                        .toList());
        assertThat(categories().map(Cell::field).distinct())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(Stream.of("name"), CategoryReader.FIELDS.stream())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("policies")
    void answersAsPromisedWhenAPolicyIsWrong(Cell cell) {
        ComponentModel policy = configured.policy;
        Map.of("sensitivity", "RESTRICTED", "defaultDuration", "PT30M", "pendingExpiry", "PT12H")
                .forEach(policy::put);
        Map.of(
                        "exemption", "subject.attributes['country'] == 'SG'",
                        "ticketPattern", "[A-Z]+-[0-9]+",
                        "ticketRequired", "true",
                        "ticketHint", "The case, LEGAL-1",
                        "approverMaxAge", "PT15M",
                        "contact", "Somebody",
                        "noticeBeforeAccess", "true")
                .forEach(policy::put);
        configured.category.put("sensitivity", "RESTRICTED");

        assertPromise(cell);
    }

    @ParameterizedTest
    @EnumSource(names = "PUBLIC", mode = EnumSource.Mode.EXCLUDE)
    void refusesPolicyWhenNobodyMustApproveMoreThanPublicData(Sensitivity sensitivity) {
        configured.letNobodyApprove();
        assertThat(opens()).isTrue();
        configured.policy.put("sensitivity", sensitivity.name());
        configured.category.put("sensitivity", sensitivity.name());

        assertRefused(
                () -> new ApprovalPolicyFactory().validateConfiguration(session, configured.realm, configured.policy));
        assertThat(configured.problems()).contains("ERROR component_invalid at approval policy us-confidential");
        assertThat(opens()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("policiesWithoutApproval")
    void answersAsPromisedWhenAPolicyForPublicDataIsWrong(Cell cell) {
        configured.letNobodyApprove();
        configured.policy.put("defaultDuration", "PT1H");

        assertPromise(cell);
    }

    private void assertPromise(Cell cell) {
        ComponentModel policy = configured.policy;
        Map<String, String> before = fields();
        Mistake.in(policy, cell);

        if (cell.answer().equals("refused")) {
            assertRefused(() -> new ApprovalPolicyFactory().validateConfiguration(session, configured.realm, policy));
            assertThat(configured.problems())
                    .contains("ERROR component_invalid at approval policy " + policy.getName());
            assertThat(opens()).isFalse();
            return;
        }
        new ApprovalPolicyFactory().validateConfiguration(session, configured.realm, policy);
        if (cell.answer().equals("no policy")) {
            assertThat(opens()).isFalse();
            return;
        }
        Map<String, String> expected = new TreeMap<>(before);
        expected.put(
                cell.field(),
                switch (cell.answer()) {
                    case "empty" -> "";
                    case "as written" ->
                        cell.mistake().equals("several")
                                ? both(before.getOrDefault(cell.field(), ""), cell.input())
                                : cell.input();
                    default -> before.getOrDefault(cell.answer(), cell.answer());
                });
        assertThat(opens()).isTrue();
        assertThat(fields()).isEqualTo(expected);
    }

    private static String both(String usual, String other) {
        return usual.isEmpty()
                ? other
                : String.join(" ", Stream.of(usual, other).sorted().toList());
    }

    @ParameterizedTest
    @MethodSource("categories")
    void answersAsPromisedWhenACategoryIsWrong(Cell cell) {
        ComponentModel category = configured.category;
        category.put("label", "Contact");
        Mistake.in(category, cell);

        if (cell.answer().equals("refused")) {
            assertRefused(() -> new DataCategoryFactory().validateConfiguration(session, configured.realm, category));
            assertThat(configured.problems())
                    .contains("ERROR component_invalid at data category " + category.getName());
        } else {
            new DataCategoryFactory().validateConfiguration(session, configured.realm, category);
        }
        switch (cell.answer()) {
            case "refused", "unclassified" -> assertThat(isClassified()).isFalse();
            case "no policy" -> {
                assertThat(isClassified()).isTrue();
                assertThat(opens()).isFalse();
            }
            default -> {
                assertThat(opens()).isTrue();
                assertThat(Catalog.of(configured.realm).categories().get(0).label())
                        .isEqualTo(cell.answer().equals("name") ? category.getName() : cell.input());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void answersAsPromisedWhenAScopeIsWrong(Cell cell) {
        String value = cell.mistake().equals("misspelt") ? null : Mistake.value("us.user.contact", cell);
        when(configured.contact.getAttribute(cell.field())).thenReturn(value);
        configured.recorded.add("us-contact");

        assertScope(cell.answer());
        assertThat(configured.problems().contains("ERROR scope_was_guarded at client scope us-contact"))
                .isEqualTo(cell.answer().equals("not guarded"));
    }

    static Stream<List<String>> words() {
        return Stream.of(
                List.of("none", "not guarded"),
                List.of("None", "unclassified"),
                List.of(" none", "unclassified"),
                List.of("none none", "unclassified"),
                List.of("none us.user.contact", "unclassified"));
    }

    @ParameterizedTest
    @MethodSource("words")
    void takesOnlyTheWordWhenAScopeIsNotToBeGuarded(List<String> words) {
        when(configured.contact.getAttribute("data-access.categories")).thenReturn(words.get(0));
        configured.recorded.add("us-contact");

        assertScope(words.get(1));
        assertThat(configured.problems()).noneMatch(problem -> problem.contains("scope_was_guarded"));
    }

    private void assertScope(String answer) {
        Optional<GuardedScope> scope = ScopeCatalog.guardedScope(configured.contact);
        assertThat(scope.isEmpty()).isEqualTo(answer.equals("not guarded"));
        assertThat(isClassified()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("realms")
    void answersAsPromisedWhenARealmIsWrong(Cell cell) {
        String value = cell.mistake().equals("misspelt") ? null : Mistake.value(usual(cell.field()), cell);
        when(configured.realm.getAttribute(cell.field())).thenReturn(value);

        assertThat(answer(cell.field())).isEqualTo(cell.answer().equals("as written") ? value : cell.answer());
    }

    private static final Map<Basis, String> BASES =
            Map.of(Basis.REALM, "off", Basis.NOTHING_APPROVED, "required", Basis.MISSPELT, "all refused");

    private static String usual(String attribute) {
        return switch (attribute) {
            case "data-access.adminClients" -> "admin-cli";
            case "data-access.cancelledRetention" -> "P9D";
            case "data-access.log.public" -> "false";
            case "data-access.configurationApproval" -> "required";
            default -> "5";
        };
    }

    private String answer(String attribute) {
        return switch (attribute) {
            case "data-access.adminClients" -> String.join(" ", AdminClients.of(configured.realm));
            case "data-access.log.public" -> LogVisibility.isPublic(configured.realm) ? "everybody" : "auditors";
            case "data-access.log.witnesses" -> LogAttributes.witnesses(configured.realm);
            case "data-access.cancelledRetention" ->
                CancelledRetention.of(configured.realm)
                        .map(kept -> Period.ofDays((int) kept.toDays()).toString())
                        .orElse("for ever");
            case "data-access.configurationApproval" ->
                BASES.getOrDefault(DecidingConfiguration.of(configured.realm).basis(), "");
            default ->
                Stream.of(RealmLimit.values())
                        .filter(limit -> limit.attribute().equals(attribute))
                        .map(limit -> String.valueOf(limit.in(configured.realm)))
                        .findFirst()
                        .orElseThrow();
        };
    }

    private static void assertRefused(ThrowingCallable save) {
        assertThatThrownBy(save).isInstanceOf(ComponentValidationException.class);
    }

    private boolean isClassified() {
        return ScopeCatalog.guardedScope(configured.contact)
                .flatMap(Catalog.of(configured.realm).classification()::categoriesOf)
                .isPresent();
    }

    /** Whether a policy decides for the scope. */
    private boolean opens() {
        Catalog catalog = Catalog.of(configured.realm);
        return ScopeCatalog.guardedScope(configured.contact)
                .flatMap(catalog.classification()::categoriesOf)
                .flatMap(catalog.policySet()::covering)
                .isPresent();
    }

    /** The policy as it decides, by the names of its fields. */
    private Map<String, String> fields() {
        ApprovalPolicy policy =
                Catalog.of(configured.realm).policySet().policies().get(0);
        Map<String, String> fields = new TreeMap<>();
        BiConsumer<String, Object> put = (field, value) -> fields.put(field, value.toString());
        put.accept("sensitivity", policy.level().sensitivity());
        put.accept("jurisdiction", policy.level().jurisdiction());
        put.accept("requiredApprovals", required(policy));
        put.accept("approverCondition", policy.approval().approverCondition().source());
        put.accept("approverMaxAge", policy.approval().login().maxAge());
        put.accept("approverAcr", policy.approval().login().acr());
        put.accept("eligibility", policy.eligibility().source());
        put.accept("exemption", policy.exemption().source());
        put.accept("maxDuration", policy.durations().maxDuration());
        put.accept("defaultDuration", policy.durations().defaultDuration());
        put.accept("pendingExpiry", policy.durations().pendingExpiry());
        put.accept("maxTokenLifespan", policy.durations().maxTokenLifespan());
        put.accept("purposes", String.join(" ", policy.purposes()));
        put.accept(
                "ticketPattern",
                policy.ticket().pattern().map(TextPattern::source).orElse(""));
        put.accept("ticketRequired", policy.ticket().required());
        put.accept("ticketHint", policy.ticket().hint());
        put.accept("contact", policy.contact());
        put.accept("noticeBeforeAccess", policy.noticeBeforeAccess());
        return fields;
    }

    private static String required(ApprovalPolicy policy) {
        return String.join(
                " ",
                policy.approval().required().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .sorted()
                        .toList());
    }
}
