/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.people;

import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.catalog.RealmElement.Kind;
import io.dataaccess.keycloak.lint.problem.Problem;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

/**
 * Directories of people outside of Keycloak. Grants and votes are matched by user id, and nobody tells Keycloak when such a
 * directory removes somebody: one that gives the id again gives the access of the former person with it.
 */
public final class DirectoryProblems {

    /** The type by its name: the class is not among what we compile against. */
    static final String DIRECTORY = "org.keycloak.storage.UserStorageProvider";

    private static final String LDAP = "ldap";
    /** People of Kerberos are users of Keycloak's own, with ids of its own. */
    private static final String KERBEROS = "kerberos";

    private static final Set<String> NAMES = Set.of("usernameLDAPAttribute", "rdnLDAPAttribute");

    private final RealmModel realm;

    public DirectoryProblems(RealmModel realm) {
        this.realm = realm;
    }

    public Stream<Problem> find() {
        return realm.getComponentsStream(realm.getId(), DIRECTORY)
                .filter(directory -> !"false".equals(directory.get("enabled")))
                .flatMap(DirectoryProblems::of);
    }

    private static Stream<Problem> of(ComponentModel directory) {
        RealmElement where = RealmElement.named(Kind.USER_DIRECTORY, directory.getName());
        if (LDAP.equals(directory.getProviderId())) {
            return takesNamesForIds(directory)
                    ? Stream.of(Problem.error(
                            "directory_ids_are_names",
                            where,
                            "takes names for ids: whoever gets the name of a former person gets their access grants."
                                    + " Name an attribute that is never given twice as UUID LDAP attribute"))
                    : Stream.empty();
        }
        return KERBEROS.equals(directory.getProviderId())
                ? Stream.empty()
                : Stream.of(Problem.warning(
                        "directory_of_extension",
                        where,
                        "comes from another extension: make sure that it never gives an id twice, or whoever gets the id"
                                + " of a former person gets their access grants"));
    }

    private static boolean takesNamesForIds(ComponentModel directory) {
        String id = directory.get("uuidLDAPAttribute");
        return id != null && NAMES.stream().anyMatch(name -> id.equalsIgnoreCase(directory.get(name)));
    }
}
