/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.sample;

import java.util.List;
import java.util.Optional;

/** What the API serves: where, by which scope, of which data categories, and whether a revocation must count at once. */
record Resource(String path, String title, String scope, boolean askedLive, List<String> categories) {
    static final List<Resource> ALL = List.of(
            new Resource(
                    "/videos", "Public videos and comments", "us-public", false, List.of("us.user.content.public")),
            new Resource(
                    "/users/1001/contact",
                    "Contact details of user 1001",
                    "us-contact",
                    false,
                    List.of("us.user.contact")),
            new Resource(
                    "/users/1001/private",
                    "Private messages and location of user 1001",
                    "us-private",
                    true,
                    List.of("us.user.content.private", "us.user.location.precise")),
            new Resource(
                    "/eu-users/1001/contact",
                    "Contact details of EU user 1001",
                    "eu-contact",
                    false,
                    List.of("eu.user.contact")));

    static Optional<Resource> at(String path) {
        return ALL.stream().filter(resource -> resource.path.equals(path)).findFirst();
    }
}
