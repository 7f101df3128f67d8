/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Json;
import io.dataaccess.keycloak.testing.Realm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ClientScopeRepresentation;

/**
 * Every way in which an administrator can change a realm's configuration alone, where changes need approval: what was approved
 * decides, or something stricter; after the approval the change does.
 */
@DisplayName("With configurationApproval=required, a change that nobody approved opens nothing")
final class ConfigurationMatrixIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final RealmUnderApproval asked = new RealmUnderApproval(realm);

    private static final String CONTACT = "us-contact";
    private static final String KEY = RealmUnderApproval.KEY;
    private static final String POLICY = RealmUnderApproval.POLICY;

    /** As it was approved first. */
    private static String first = "";

    @BeforeAll
    static void require() {
        realm.switchStepUp(false);
        asked.set("required");
        first = asked.rows().content();
    }

    /** Each test begins with the realm as it was approved first. */
    @BeforeEach
    void isAsApproved() {
        assertThat(asked.codes()).doesNotContain("not_approved", "configuration_tampered");
        assertThat(asked.reason(CONTACT)).isEqualTo("approval_required");
    }

    @Nested
    @DisplayName("Components")
    class ComponentsOfTheRealm {

        @Test
        void decideNothingWhenAPolicyIsChanged() {
            String exemption = asked.policyField("exemption");
            realm.changePolicy(POLICY, "exemption", "true");

            assertThat(asked.reason(CONTACT)).isEqualTo("approval_required");
            assertThat(asked.notApproved("approval policy " + POLICY)).contains("'true'", "exemption");

            asked.approve(POLICY, "exemption", "true");
            assertThat(asked.status(CONTACT)).isEqualTo(200);
            assertThat(asked.codes()).doesNotContain("not_approved");

            realm.changePolicy(POLICY, "exemption", exemption);
            assertThat(asked.status(CONTACT)).isEqualTo(200);
            assertThat(asked.notApproved("approval policy " + POLICY)).contains("'true'");
            asked.approve(POLICY, "exemption", exemption);
        }

        @Test
        void decideNothingWhenAPolicyIsRemoved() {
            Map<String, List<String>> config = asked.policy();
            realm.removePolicy(POLICY);

            assertThat(asked.reason(CONTACT)).isEqualTo("approval_required");
            assertThat(asked.notApproved("approval policy " + POLICY)).contains("is not there any more");
            realm.addPolicy(POLICY, config);
        }

        @Test
        void decideNothingWhenACategoryIsAdded() {
            realm.addCategory("us.user.more", Map.of("jurisdiction", List.of("US"), "sensitivity", List.of("PUBLIC")));

            assertThat(asked.classified()).doesNotContain("us.user.more");
            assertThat(asked.notApproved("data category us.user.more")).contains("without approval");
            realm.removeCategory("us.user.more");
        }

        @Test
        void decideNothingWhenACategoryIsMadePublic() {
            realm.changeCategory(KEY, "sensitivity", "PUBLIC");

            assertThat(asked.reason(CONTACT)).isEqualTo("approval_required");
            assertThat(asked.notApproved("data category " + KEY)).contains("'PUBLIC'", "'CONFIDENTIAL'");
            realm.changeCategory(KEY, "sensitivity", "CONFIDENTIAL");
        }

        @Test
        void decideNothingWhenACategoryIsRemovedAndMadeAnew() {
            realm.removeCategory(KEY);
            realm.addCategory(KEY, Map.of("jurisdiction", List.of("EU"), "sensitivity", List.of("PUBLIC")));

            assertThat(asked.reason(CONTACT)).isEqualTo("approval_required");
            assertThat(asked.notApproved("data category " + KEY)).contains("'EU'");

            realm.removeCategory(KEY);
            realm.addCategory(KEY, asked.categoryConfig());
        }
    }

    @Nested
    @DisplayName("Client scopes")
    class ClientScopes {

        @ParameterizedTest
        @ValueSource(strings = {"none", "", "us.user.content.public", "us.user.gone"})
        void stayGuardedAsApprovedWhenTheirListIsAnother(String list) {
            realm.changeCategories(CONTACT, list);

            assertThat(asked.reason(CONTACT)).isEqualTo("approval_required");
            assertThat(asked.notApproved("client scope " + CONTACT)).contains("'" + KEY + "'");
            realm.changeCategories(CONTACT, KEY);
        }

        @Test
        void openWhenTheirOtherListIsApproved() {
            realm.changeCategories(CONTACT, "us.user.content.public");
            assertThat(asked.reason(CONTACT)).isEqualTo("approval_required");

            asked.rows()
                    .approve(content ->
                            ApprovedRows.scope(content, CONTACT).put("categories", "us.user.content.public"));
            assertThat(asked.status(CONTACT)).isEqualTo(200);

            realm.changeCategories(CONTACT, KEY);
            asked.rows().approve(content -> ApprovedRows.scope(content, CONTACT).put("categories", KEY));
        }

        @Test
        void areRefusedWhenTheyAreRenamed() {
            realm.changeScope(CONTACT, scope -> scope.setName("contact"));

            assertThat(asked.reason("contact")).isEqualTo("unclassified");
            assertThat(asked.notApproved("client scope " + CONTACT)).contains("is not there any more");

            realm.changeScope("contact", scope -> scope.setName(CONTACT));
        }

        @Test
        void areRefusedWhenTheyAreMadeAnewUnderTheirName() {
            ClientScopeRepresentation made = new ClientScopeRepresentation();
            made.setName("us-more");
            made.setProtocol("openid-connect");
            made.setAttributes(Map.of("include.in.token.scope", "true"));
            String id = asked.added(made);
            asked.assign(id);
            assertThat(asked.status("us-more")).isEqualTo(200);
            asked.rows()
                    .approve(content -> ApprovedRows.scopes(content)
                            .addObject()
                            .put("id", "another-id")
                            .put("name", "us-more")
                            .put("categories", "us.user.content.public"));

            assertThat(asked.reason("us-more")).isEqualTo("unclassified");

            asked.rows()
                    .approve(content -> ApprovedRows.scope(content, "us-more").put("id", id));
            assertThat(asked.status("us-more")).isEqualTo(200);
            asked.rows()
                    .approve(content -> content.set("scopes", Json.read(first).path("scopes")));
            realm.admin().clientScopes().get(id).remove();
        }

        @Test
        void areRefusedWhenTheyAreNewAndListSomething() {
            ClientScopeRepresentation made = new ClientScopeRepresentation();
            made.setName("us-new");
            made.setProtocol("openid-connect");
            made.setAttributes(
                    Map.of("include.in.token.scope", "true", "data-access.categories", "us.user.content.public"));
            String id = asked.added(made);
            asked.assign(id);

            assertThat(asked.reason("us-new")).isEqualTo("unclassified");
            assertThat(asked.notApproved("client scope us-new")).contains("without approval");

            realm.changeCategories("us-new", "none");
            assertThat(asked.status("us-new")).isEqualTo(200);
            realm.admin().clientScopes().get(id).remove();
        }
    }

    @Nested
    @DisplayName("The realm's settings")
    class Settings {

        @ParameterizedTest
        @ValueSource(strings = {"off", "", "Required", "false"})
        void switchNothingOff(String value) {
            String exemption = asked.policyField("exemption");
            realm.changePolicy(POLICY, "exemption", "true");
            asked.set(value);

            assertThat(asked.reason(CONTACT)).isEqualTo("approval_required");
            assertThat(asked.notApproved("realm")).contains("data-access.configurationApproval");

            asked.set("required");
            realm.changePolicy(POLICY, "exemption", exemption);
            assertThat(asked.rows().content()).isEqualTo(first);
        }

        @Test
        void bringNothingBackWhenTheVersionIsAnOlderOne() {
            asked.rows().approve(content -> ApprovedRows.field(content, POLICY, "maxDuration", "PT2H"));
            int version = asked.rows().version();
            asked.rows().touch(1);

            assertThat(asked.rows().version()).isEqualTo(version);
            assertThat(asked.notApproved("approval policy " + POLICY)).contains("'PT2H'");
            asked.rows().approve(content -> ApprovedRows.field(content, POLICY, "maxDuration", "PT8H"));
        }

        @Test
        void changeNothingWhenFewerAreToApprove() {
            realm.change(changed -> changed.getAttributes().put("data-access.changeApprovals", "2"));

            assertThat(asked.notApproved("realm")).contains("'2'", "'1'");
            realm.change(changed -> changed.getAttributes().put("data-access.changeApprovals", "1"));
        }
    }
}
