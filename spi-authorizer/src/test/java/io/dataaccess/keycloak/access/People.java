/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The people of the demo realm, and how one of them becomes a little different. */
public final class People {

    private People() {}

    public static Person lin() {
        return person("lin", "CN", "Clips Singapore");
    }

    public static Person maria() {
        return person("maria", "BR", "Clips Brasil");
    }

    /** Works for the entity that is barred. */
    public static Person chen() {
        return person("chen", "CN", "Clips Beijing");
    }

    public static Person avery() {
        return person("avery", "US", "Clips US Data Security", Groups.usSecurity());
    }

    public static Person blake() {
        return person("blake", "US", "Clips US Data Security", Groups.usSecurity());
    }

    /** In the right group, but not in the US. */
    public static Person sam() {
        return person("sam", "SG", "Clips Singapore", Groups.usSecurity());
    }

    public static Person dana() {
        return person("dana", "US", "Clips US Data Security", Groups.dataOwners());
    }

    public static Person erin() {
        return person("erin", "IE", "Clips Ireland", Groups.euPrivacy());
    }

    public static Person olga() {
        return person("olga", "US", "Trusted Auditor");
    }

    /** Asks for service accounts. */
    public static Person pat() {
        return serviceOwner(person("pat", "US", "Clips US Data Security"));
    }

    /** With the role of those who ask for service accounts. */
    public static Person serviceOwner(Person person) {
        return new Person(
                person.user(),
                new Account(true, false, false, person.account().approver(), true),
                person.attributes(),
                person.groups());
    }

    /** The service account of the client {@code batch}. */
    public static Person batchAccount() {
        return service(new Person(
                new UserRef("id-of-service-account-batch", "service-account-batch"),
                new Account(true, false, false, false, false),
                new Attributes(Map.of("legal_entity", "Clips US Data Security")),
                Set.of()));
    }

    public static List<Person> all() {
        return List.of(lin(), maria(), chen(), avery(), blake(), sam(), dana(), erin(), olga(), pat(), batchAccount());
    }

    /** Without the role of approvers, in whatever groups. */
    public static Person withoutRole(Person person) {
        return approver(person, false);
    }

    private static Person approver(Person person, boolean approver) {
        Account account = person.account();
        return new Person(
                person.user(),
                new Account(
                        account.enabled(),
                        account.serviceAccount(),
                        account.transientUser(),
                        approver,
                        account.serviceOwner()),
                person.attributes(),
                person.groups());
    }

    /** Who is in a group has the role of approvers by it. */
    public static Person person(String name, String country, String entity, GroupRef... groups) {
        return new Person(
                new UserRef("id-of-" + name, name),
                new Account(true, false, false, groups.length > 0, false),
                new Attributes(Map.of("country", country, "legal_entity", entity)),
                Set.of(groups));
    }

    public static Person disabled(Person person) {
        return new Person(
                person.user(),
                new Account(
                        false,
                        person.account().serviceAccount(),
                        false,
                        person.account().approver(),
                        person.account().serviceOwner()),
                person.attributes(),
                person.groups());
    }

    public static Person service(Person person) {
        return new Person(
                person.user(),
                new Account(
                        person.account().enabled(),
                        true,
                        false,
                        person.account().approver(),
                        false),
                person.attributes(),
                person.groups());
    }

    /** Made for one login. */
    public static Person transientUser(Person person) {
        return new Person(
                person.user(),
                new Account(true, false, true, person.account().approver(), false),
                person.attributes(),
                person.groups());
    }

    public static Person in(Person person, GroupRef... groups) {
        Set<GroupRef> all = new HashSet<>(person.groups());
        all.addAll(Arrays.asList(groups));
        return approver(new Person(person.user(), person.account(), person.attributes(), all), true);
    }

    public static Person outOfGroups(Person person) {
        return new Person(person.user(), person.account(), person.attributes(), Set.of());
    }

    /** With these values of the attribute, whatever they were before; without values the attribute is gone. */
    public static Person with(Person person, String attribute, String... values) {
        Map<String, List<String>> all = new HashMap<>();
        person.attributes().values().forEach((name, value) -> all.put(name, List.of(value)));
        all.put(attribute, Arrays.asList(values));
        return new Person(person.user(), person.account(), Attributes.of(all), person.groups());
    }
}
