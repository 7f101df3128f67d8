/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.sample;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the API serves: where, by which scope, of which data categories, and whether a revocation must count at once. */
enum Resource {
    VIDEOS("/videos", "Public videos and comments", "us-public", false, "us.user.content.public"),
    CONTACT("/users/{id}/contact", "Contact details of user {id}", "us-contact", false, "us.user.contact"),
    PRIVATE(
            "/users/{id}/private",
            "Private messages and location of user {id}",
            "us-private",
            true,
            "us.user.content.private us.user.location.precise"),
    EU_CONTACT("/eu-users/{id}/contact", "Contact details of EU user {id}", "eu-contact", false, "eu.user.contact");

    private final String path;
    private final String title;
    final String scope;
    final boolean askedLive;
    private final String categories;

    Resource(String path, String title, String scope, boolean askedLive, String categories) {
        this.path = path;
        this.title = title;
        this.scope = scope;
        this.askedLive = askedLive;
        this.categories = categories;
    }

    static Optional<Resource> at(String path) {
        return Arrays.stream(values())
                .filter(resource -> path.matches(resource.path.replace("{id}", "[0-9]{1,9}")))
                .findFirst();
    }

    List<String> categories() {
        return List.of(categories.split(" "));
    }

    String example() {
        return path.replace("{id}", "1001");
    }

    String title(String path) {
        return title.replace("{id}", id(path));
    }

    static String id(String path) {
        return path.replaceAll("[^0-9]", "");
    }
}
