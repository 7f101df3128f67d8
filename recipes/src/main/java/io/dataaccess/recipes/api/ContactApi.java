/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.recipes.api;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Invented data behind real checks. */
@RestController
class ContactApi {

    @GetMapping({"/api/users/{id}/contact", "/api/live/users/{id}/contact"})
    Map<String, String> contact(@PathVariable String id) {
        return Map.of("email", "user" + id + "@example.com");
    }
}
