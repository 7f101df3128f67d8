/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.Clients;
import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.Groups;
import io.dataaccess.keycloak.access.People;
import io.dataaccess.keycloak.access.ScopeRef;
import io.dataaccess.keycloak.classification.Categories;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.classification.Scopes;
import io.dataaccess.keycloak.classification.Sensitivity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ApprovalContextTest {

    private static final Access ACCESS = new Access(
            People.lin().user(), Clients.sampleApp(), Scopes.usContact().ref());
    private static final List<DataCategory> DATA = List.of(Categories.usContact());
    private static final List<GroupRef> GROUPS = List.of(Groups.usSecurity());
    private static final ApprovalContext MATTER = new ApprovalContext(ACCESS, "legal-request", DATA, GROUPS);

    @Test
    void isTheSameCaseWhenTheSubjectDiffers() {
        ApprovalContext marias = MATTER.of(People.maria().user().id());

        assertThat(marias.access().subject().id())
                .isEqualTo(People.maria().user().id());
        assertThat(marias.access().client()).isEqualTo(Clients.sampleApp());
        assertThat(marias.contextKey()).isEqualTo(MATTER.contextKey()).matches("[0-9a-f]{64}");
    }

    @Test
    void isAnotherCaseWhenAnythingElseDiffers() {
        Access otherClient = new Access(
                People.lin().user(), Clients.batch(), Scopes.usContact().ref());
        Access otherScope = new Access(
                People.lin().user(), Clients.sampleApp(), Scopes.euContact().ref());
        Access sameName = new Access(
                People.lin().user(),
                Clients.sampleApp(),
                new ScopeRef("made anew", Scopes.usContact().ref().name()));
        GroupRef renamed = new GroupRef(Groups.usSecurity().id(), "/renamed");
        GroupRef replaced = new GroupRef("id-of-another", Groups.usSecurity().path());

        assertThat(Stream.of(
                                MATTER,
                                new ApprovalContext(otherClient, "legal-request", DATA, GROUPS),
                                new ApprovalContext(otherScope, "legal-request", DATA, GROUPS),
                                new ApprovalContext(sameName, "legal-request", DATA, GROUPS),
                                new ApprovalContext(ACCESS, "safety-review", DATA, GROUPS),
                                new ApprovalContext(ACCESS, "legal-request", List.of(Categories.euContact()), GROUPS),
                                new ApprovalContext(
                                        ACCESS,
                                        "legal-request",
                                        List.of(Categories.at(Sensitivity.RESTRICTED, Categories.usContact())),
                                        GROUPS),
                                new ApprovalContext(ACCESS, "legal-request", DATA, List.of(renamed)),
                                new ApprovalContext(ACCESS, "legal-request", DATA, List.of(replaced)),
                                new ApprovalContext(ACCESS, "legal-request", DATA, List.of()))
                        .map(ApprovalContext::contextKey))
                .doesNotHaveDuplicates();
    }
}
