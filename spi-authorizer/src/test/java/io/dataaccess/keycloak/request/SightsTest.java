/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.access.Cases;
import io.dataaccess.keycloak.access.People;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.classification.Categories;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.classification.Docket;
import io.dataaccess.keycloak.classification.Matter;
import io.dataaccess.keycloak.classification.Scopes;
import io.dataaccess.keycloak.policy.PolicyDrafts;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SightsTest {

    private static final String OTHER_COUNTRY = "approver.attributes['country'] != subject.attributes['country']";

    private final Realm realm = Realm.demo();
    private final AccessRequest contact =
            realm.filing().file(Applications.ofLin()).request();
    private final AccessRequest europe = realm.filing()
            .file(Applications.of(People.lin(), Scopes.euContact()))
            .request();

    /** Lin and dana ask for both. */
    private final Docket docket = new Docket() {

        @Override
        public Map<String, Matter> cases() {
            return Map.of("contact", contact.matter(), "europe", europe.matter());
        }

        @Override
        public Map<String, Set<String>> subjects(Set<String> cases) {
            Set<String> both =
                    Set.of(People.lin().user().id(), People.dana().user().id(), "id-of-gone");
            return cases.contains("contact") ? Map.of("contact", both) : Map.of();
        }
    };

    @Test
    void seesWholeCasesWhenNoConditionReadsTheSubject() {
        assertThat(of(People.avery()).seen(docket)).isEqualTo(new Cases(Set.of("contact"), Map.of()));
        assertThat(of(People.erin()).seen(docket)).isEqualTo(new Cases(Set.of("europe"), Map.of()));
        assertThat(of(People.sam()).seen(docket)).isEqualTo(Cases.NONE);
    }

    @Test
    void looksAtEverySubjectWhenTheConditionReadsIt() {
        realm.put(PolicyDrafts.usConfidential().with("approverCondition", OTHER_COUNTRY));

        assertThat(of(People.avery()).seen(docket)).isEqualTo(linsOnly());
        assertThat(of(People.avery()).decidable(docket)).isEqualTo(linsOnly());
        assertThat(of(People.erin()).seen(docket)).isEqualTo(new Cases(Set.of("europe"), Map.of("contact", Set.of())));
    }

    @Test
    void decidesNothingWhenDisabledThoughSeeingIt() {
        Person disabled = People.disabled(People.avery());

        assertThat(of(disabled).seen(docket).whole()).containsExactly("contact");
        assertThat(of(disabled).decidable(docket)).isEqualTo(Cases.NONE);
        assertThat(of(People.avery()).decidable(docket).whole()).containsExactly("contact");
    }

    @Test
    void decidesNothingWhenItCannotBeSaidWhatTheScopeOpens() {
        DataCategory category = Categories.usContact();
        realm.removeCategory(category.key());

        assertThat(of(People.avery()).seen(docket).whole()).containsExactly("contact");
        assertThat(of(People.avery()).decidable(docket)).isEqualTo(Cases.NONE);
        realm.add(category);
        assertThat(of(People.avery()).decidable(docket).whole()).containsExactly("contact");
    }

    private static Cases linsOnly() {
        return new Cases(Set.of(), Map.of("contact", Set.of(People.lin().user().id())));
    }

    private Sights of(Person person) {
        return new Sights(realm.bench(), person);
    }
}
