/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import io.dataaccess.keycloak.access.ClientRef;
import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.directory.GroupLabels;
import io.dataaccess.keycloak.session.ClientLabel;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** What people, applications and groups are called today, as it may stand in a mail; who is gone is called as then. */
final class CurrentNames {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final GroupLabels groups;

    CurrentNames(KeycloakSession session, RealmModel realm, GroupLabels groups) {
        this.session = session;
        this.realm = realm;
        this.groups = groups;
    }

    /** The username, and behind it what the person may have chosen: such as {@code lin (Lin Zhou)}. */
    String person(UserRef person) {
        return username(person) + chosen(person).map(name -> " (" + name + ")").orElse("");
    }

    /** Nobody else has it. */
    String username(UserRef person) {
        return MailMessages.isolated(MailMessages.inMail(person.username()));
    }

    /** First and last name, which people may write themselves; empty when they have none. */
    Optional<String> chosen(UserRef person) {
        return Optional.ofNullable(session.users().getUserById(realm, person.id()))
                .map(CurrentNames::firstAndLast)
                .map(MailMessages::chosen)
                .filter(name -> !name.isEmpty());
    }

    String application(ClientRef client) {
        return MailMessages.isolated(Optional.ofNullable(realm.getClientById(client.id()))
                .flatMap(ClientLabel::name)
                .map(MailMessages::inMail)
                .orElseGet(() -> MailMessages.inMail(client.clientId())));
    }

    /** Such as {@code Sample application (sample-app)}: anybody may choose a name, and nobody somebody else's id. */
    String applicationAndId(ClientRef client) {
        String name = MailMessages.cut(application(client));
        String id = MailMessages.isolated(MailMessages.inMail(client.clientId()));
        return name.equals(id) ? id : name + " (" + id + ")";
    }

    String group(GroupRef group) {
        return MailMessages.isolated(MailMessages.inMail(groups.of(group)));
    }

    private static String firstAndLast(UserModel user) {
        return Stream.of(user.getFirstName(), user.getLastName())
                .filter(name -> name != null && !name.isBlank())
                .map(String::strip)
                .collect(Collectors.joining(" "));
    }
}
