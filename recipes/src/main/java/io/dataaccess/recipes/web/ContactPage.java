/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.recipes.web;

import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** As little of a web application as shows the recipe. */
@RestController
class ContactPage {

    private final ApiClient api;

    ContactPage(ApiClient api) {
        this.api = api;
    }

    @GetMapping("/")
    String home() {
        return "Signed in";
    }

    @GetMapping("/users/{id}/contact")
    String contact(@PathVariable String id, Authentication user) {
        return api.get("/users/" + id + "/contact", user).orElseGet(() -> refused("went_on_without"));
    }

    @GetMapping("/refused")
    String refused(@RequestParam String reason) {
        return Refusal.words(reason);
    }
}
