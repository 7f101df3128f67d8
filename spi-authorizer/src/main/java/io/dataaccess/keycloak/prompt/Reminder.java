/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import io.dataaccess.keycloak.request.AccessRequest;
import java.time.Instant;
import java.util.List;

/** A reminder of the requests that a login waits for, as far as their approvers may be reminded now. */
final class Reminder {

    private final LoginContext login;
    private final List<AccessRequest> due;

    Reminder(LoginContext login, List<AccessRequest> requests) {
        this.login = login;
        Instant now = login.dataAccess().clock().instant();
        this.due = requests.stream()
                .filter(request -> request.remindableAt(now)
                        .filter(remindable -> !now.isBefore(remindable))
                        .isPresent())
                .toList();
    }

    boolean isTooSoon() {
        return due.isEmpty();
    }

    void send() {
        due.forEach(request -> {
            AccessRequest reminded = login.dataAccess().reminding().remind(request.id(), login.userRef());
            login.dataAccess().userEvents().reminded(reminded, login.user().getId());
        });
    }
}
