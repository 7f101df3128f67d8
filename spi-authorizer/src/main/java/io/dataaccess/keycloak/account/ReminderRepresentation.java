/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.account;

import io.dataaccess.keycloak.notify.ApproverMailTimes.Reminder;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of a reminder.
 *
 * @param recipients how many approvers get it by mail; 0 where the realm sends none, or nobody has an address
 * @param mailBy when the last of them gets it, because they had enough mails within the hour; null when all get it at once
 */
@Schema(name = "Reminder")
public record ReminderRepresentation(
        int recipients, @Nullable String mailBy) {

    static ReminderRepresentation of(Reminder reminder) {
        return new ReminderRepresentation(
                reminder.recipients(),
                reminder.heldUntil().map(Instant::toString).orElse(null));
    }
}
