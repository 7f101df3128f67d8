/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Realm;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;

/** One person is all there is to approve, in a group that gives no role: every way to be one who may, and to be none. */
final class ApproversFoundIT {

    private static final String ROLE = "data-access-approver";

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Staff staff = new Staff(realm);

    private final String person = staff.newcomer();
    private final List<Runnable> undone = new ArrayList<>();

    @BeforeAll
    static void makeGroups() {
        add(null, "duty");
        add("/duty", "night");
        add("/duty/night", "late");
        add(null, "roles");
        add("/roles", "below");
        give("/roles", ROLE);
        RoleRepresentation composite = new RoleRepresentation();
        composite.setName("chief");
        realm.admin().roles().create(composite);
        realm.admin().roles().get("chief").addComposites(List.of(role(ROLE)));
        RoleRepresentation outer = new RoleRepresentation();
        outer.setName("head");
        realm.admin().roles().create(outer);
        realm.admin().roles().get("head").addComposites(List.of(role("chief")));
        realm.changePolicy("us-confidential", "requiredApprovals", "/duty=1");
    }

    @BeforeEach
    void isInTheUnitedStates() {
        realm.changeAttribute(person, "country", "US");
    }

    /** How the person may approve. */
    enum Way {
        ROLE_OF_THEIR_OWN(it -> it.joins("/duty").has(ROLE)),
        ROLE_WITHIN_ANOTHER(it -> it.joins("/duty").has("chief")),
        ROLE_WITHIN_ANOTHER_WITHIN_ANOTHER(it -> it.joins("/duty").has("head")),
        ROLE_OF_ANOTHER_GROUP(it -> it.joins("/duty").joins("/roles")),
        ROLE_OF_A_GROUP_ABOVE_ANOTHER(it -> it.joins("/duty").joins("/roles/below")),
        IN_A_GROUP_BELOW(it -> it.joins("/duty/night").has(ROLE)),
        IN_A_GROUP_FAR_BELOW(it -> it.joins("/duty/night/late").has(ROLE));

        @SuppressWarnings("ImmutableEnumChecker")
        private final Consumer<ApproversFoundIT> made;

        Way(Consumer<ApproversFoundIT> made) {
            this.made = made;
        }
    }

    /** What is missing to approve. */
    enum Lack {
        NOBODY(it -> {}),
        NO_ROLE(it -> it.joins("/duty")),
        NO_GROUP(it -> it.has(ROLE)),
        ANOTHER_GROUP(it -> it.joins("/roles")),
        DISABLED(it -> {
            it.joins("/duty").has(ROLE);
            realm.changeUser(it.person, user -> user.setEnabled(false));
        }),
        ELSEWHERE(it -> {
            it.joins("/duty").has(ROLE);
            realm.changeAttribute(it.person, "country", "SG");
        }),
        COUNTRY_UNKNOWN(it -> {
            it.joins("/duty").has(ROLE);
            realm.changeAttribute(it.person, "country");
        });

        @SuppressWarnings("ImmutableEnumChecker")
        private final Consumer<ApproversFoundIT> made;

        Lack(Consumer<ApproversFoundIT> made) {
            this.made = made;
        }
    }

    @ParameterizedTest
    @EnumSource
    void filesWhenOnePersonMayApprove(Way way) {
        way.made.accept(this);
        try {
            assertThat(filed(staff.newcomer()).status()).isEqualTo(201);
        } finally {
            undo();
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhenNobodyMayApprove(Lack lack) {
        lack.made.accept(this);
        try {
            assertNoApprover(filed(staff.newcomer()));
        } finally {
            undo();
        }
    }

    @Test
    void refusesWhenTheOnlyApproverAsks() {
        joins("/duty").has(ROLE);
        try {
            assertNoApprover(filed(person));
        } finally {
            undo();
        }
    }

    @Test
    void refusesWhenOnlyAServiceAccountMayApprove() {
        ClientRepresentation batch =
                realm.admin().clients().findByClientId("batch").get(0);
        String account = realm.admin()
                .clients()
                .get(batch.getId())
                .getServiceAccountUser()
                .getUsername();
        realm.changeAttribute(account, "country", "US");
        realm.user(account).roles().realmLevel().add(List.of(role(ROLE)));
        realm.user(account).joinGroup(id("/duty"));
        try {
            assertNoApprover(filed(staff.newcomer()));
        } finally {
            realm.user(account).leaveGroup(id("/duty"));
        }
    }

    @Test
    void filesWhenEverybodyHasTheRole() {
        joins("/duty");
        String defaults = realm.admin().toRepresentation().getDefaultRole().getName();
        realm.admin().roles().get(defaults).addComposites(List.of(role(ROLE)));
        try {
            assertThat(filed(staff.newcomer()).status()).isEqualTo(201);
        } finally {
            realm.admin().roles().get(defaults).deleteComposites(List.of(role(ROLE)));
            undo();
        }
        assertNoApprover(filed(staff.newcomer()));
    }

    private ApproversFoundIT joins(String path) {
        realm.user(person).joinGroup(id(path));
        undone.add(() -> realm.user(person).leaveGroup(id(path)));
        return this;
    }

    private void has(String name) {
        realm.user(person).roles().realmLevel().add(List.of(role(name)));
    }

    private void undo() {
        undone.forEach(Runnable::run);
    }

    private static Answer filed(String requester) {
        return staff.self(requester).post("requests", Staff.asking("us-contact"));
    }

    private static void assertNoApprover(Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(409);
        assertThat(answer.error()).isEqualTo("no_approver");
    }

    private static void add(@Nullable String above, String name) {
        GroupRepresentation group = new GroupRepresentation();
        group.setName(name);
        if (above == null) {
            realm.admin().groups().add(group).close();
        } else {
            realm.admin().groups().group(id(above)).subGroup(group).close();
        }
    }

    private static void give(String path, String name) {
        realm.admin().groups().group(id(path)).roles().realmLevel().add(List.of(role(name)));
    }

    private static String id(String path) {
        return realm.admin().getGroupByPath(path).getId();
    }

    private static RoleRepresentation role(String name) {
        return realm.admin().roles().get(name).toRepresentation();
    }
}
