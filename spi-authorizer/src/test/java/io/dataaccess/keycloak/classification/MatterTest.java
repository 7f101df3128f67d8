/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.classification;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.Clients;
import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.Groups;
import io.dataaccess.keycloak.access.People;
import io.dataaccess.keycloak.access.ScopeRef;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MatterTest {

    private static final Access ACCESS = new Access(
            People.lin().user(), Clients.sampleApp(), Scopes.usContact().ref());
    private static final List<DataCategory> DATA = List.of(Categories.usContact());
    private static final List<GroupRef> GROUPS = List.of(Groups.usSecurity());
    private static final Matter MATTER = new Matter(ACCESS, "legal-request", DATA, GROUPS);

    @Test
    void isTheSameCaseWhenTheSubjectDiffers() {
        Matter marias = MATTER.of(People.maria().user().id());

        assertThat(marias.access().subject().id())
                .isEqualTo(People.maria().user().id());
        assertThat(marias.access().client()).isEqualTo(Clients.sampleApp());
        assertThat(marias.caseKey()).isEqualTo(MATTER.caseKey()).matches("[0-9a-f]{64}");
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
                                new Matter(otherClient, "legal-request", DATA, GROUPS),
                                new Matter(otherScope, "legal-request", DATA, GROUPS),
                                new Matter(sameName, "legal-request", DATA, GROUPS),
                                new Matter(ACCESS, "safety-review", DATA, GROUPS),
                                new Matter(ACCESS, "legal-request", List.of(Categories.euContact()), GROUPS),
                                new Matter(
                                        ACCESS,
                                        "legal-request",
                                        List.of(Categories.at(Sensitivity.RESTRICTED, Categories.usContact())),
                                        GROUPS),
                                new Matter(ACCESS, "legal-request", DATA, List.of(renamed)),
                                new Matter(ACCESS, "legal-request", DATA, List.of(replaced)),
                                new Matter(ACCESS, "legal-request", DATA, List.of()))
                        .map(Matter::caseKey))
                .doesNotHaveDuplicates();
    }
}
