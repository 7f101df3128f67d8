/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.approver;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.access.People;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.classification.Categories;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.classification.Scopes;
import io.dataaccess.keycloak.policy.PolicyDrafts;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.Realm;
import io.dataaccess.keycloak.request.RequestDrafts;
import io.dataaccess.keycloak.visibility.ApprovalContext;
import io.dataaccess.keycloak.visibility.ContextIndex;
import io.dataaccess.keycloak.visibility.ContextSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ApproverVisibilityTest {

    private static final String OTHER_COUNTRY = "approver.attributes['country'] != subject.attributes['country']";

    private final Realm realm = Realm.demo();
    private final AccessRequest contact =
            realm.filing().file(RequestDrafts.ofLin()).request();
    private final AccessRequest europe = realm.filing()
            .file(RequestDrafts.of(People.lin(), Scopes.euContact()))
            .request();

    /** Lin and dana ask for both. */
    private final ContextIndex index = new ContextIndex() {

        @Override
        public Map<String, ApprovalContext> contexts() {
            return Map.of("contact", contact.approvalContext(), "europe", europe.approvalContext());
        }

        @Override
        public Map<String, Set<String>> subjects(Set<String> contexts) {
            Set<String> both =
                    Set.of(People.lin().user().id(), People.dana().user().id(), "id-of-gone");
            return contexts.contains("contact") ? Map.of("contact", both) : Map.of();
        }
    };

    @Test
    void seesWholeCasesWhenNoConditionReadsTheSubject() {
        assertThat(of(People.avery()).seen(index)).isEqualTo(new ContextSet(Set.of("contact"), Map.of()));
        assertThat(of(People.erin()).seen(index)).isEqualTo(new ContextSet(Set.of("europe"), Map.of()));
        assertThat(of(People.sam()).seen(index)).isEqualTo(ContextSet.NONE);
    }

    @Test
    void looksAtEverySubjectWhenTheConditionReadsIt() {
        realm.put(PolicyDrafts.usConfidential().with("approverCondition", OTHER_COUNTRY));

        assertThat(of(People.avery()).seen(index)).isEqualTo(linsOnly());
        assertThat(of(People.avery()).decidable(index)).isEqualTo(linsOnly());
        assertThat(of(People.erin()).seen(index))
                .isEqualTo(new ContextSet(Set.of("europe"), Map.of("contact", Set.of())));
    }

    @Test
    void decidesNothingWhenDisabledThoughSeeingIt() {
        Person disabled = People.disabled(People.avery());

        assertThat(of(disabled).seen(index).whole()).containsExactly("contact");
        assertThat(of(disabled).decidable(index)).isEqualTo(ContextSet.NONE);
        assertThat(of(People.avery()).decidable(index).whole()).containsExactly("contact");
    }

    @Test
    void decidesNothingWhenItCannotBeSaidWhatTheScopeOpens() {
        DataCategory category = Categories.usContact();
        realm.removeCategory(category.key());

        assertThat(of(People.avery()).seen(index).whole()).containsExactly("contact");
        assertThat(of(People.avery()).decidable(index)).isEqualTo(ContextSet.NONE);
        realm.add(category);
        assertThat(of(People.avery()).decidable(index).whole()).containsExactly("contact");
    }

    private static ContextSet linsOnly() {
        return new ContextSet(
                Set.of(), Map.of("contact", Set.of(People.lin().user().id())));
    }

    private ApproverVisibility of(Person person) {
        return new ApproverVisibility(realm.approvers(), person);
    }
}
