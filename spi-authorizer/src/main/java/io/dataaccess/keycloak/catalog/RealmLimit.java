/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import java.util.Optional;
import java.util.regex.Pattern;
import org.keycloak.models.RealmModel;

/** A number that an attribute of the realm sets: a whole one from 1 to 999. */
public enum RealmLimit {
    /** How many requests one requester may have pending. */
    PENDING_REQUESTS("data-access.maxPendingRequests", 20),
    /** How often one requester may file within an hour. */
    FILINGS_PER_HOUR("data-access.requestsPerHour", 60),
    /** How many mails about waiting requests an approver gets within an hour. */
    MAILS_PER_HOUR("data-access.mailsPerHour", 10),
    /** How many approvers get mail about one request. */
    MAILS_PER_REQUEST("data-access.mailsPerRequest", 100),
    /** How many policy admins must approve a change of the configuration. */
    CHANGE_APPROVALS("data-access.changeApprovals", 1);

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");

    private final String attribute;
    private final int usual;

    RealmLimit(String attribute, int usual) {
        this.attribute = attribute;
        this.usual = usual;
    }

    /** The usual one when the attribute is missing or says anything but such a number. */
    public int in(RealmModel realm) {
        return written(realm).filter(RealmLimit::isNumber).map(Integer::valueOf).orElse(usual);
    }

    /** Whether the attribute says what is not taken. */
    public boolean isMisspeltIn(RealmModel realm) {
        return written(realm).filter(text -> !isNumber(text)).isPresent();
    }

    public String attribute() {
        return attribute;
    }

    private Optional<String> written(RealmModel realm) {
        return Optional.ofNullable(realm.getAttribute(attribute))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }
}
