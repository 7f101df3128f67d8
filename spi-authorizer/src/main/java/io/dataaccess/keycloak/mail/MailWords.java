/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import io.dataaccess.keycloak.access.AccessFilter;
import io.dataaccess.keycloak.access.RecordFilter;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.RequestFilter;
import io.dataaccess.keycloak.request.RequestFilter.Content;
import io.dataaccess.keycloak.request.RequestFilter.Order;
import io.dataaccess.keycloak.request.RequestFilter.When;
import io.dataaccess.keycloak.request.RequestStatus;
import io.dataaccess.keycloak.session.DataAccess;
import java.util.Optional;
import java.util.stream.Stream;

/** Which words a mail is written with, where that depends on how things stand when it is sent. */
final class MailWords {

    static final String APPROVED = "dataAccessApproved";

    private final DataAccess access;
    private final MailModel mailModel;

    MailWords(DataAccess access, MailModel mailModel) {
        this.access = access;
        this.mailModel = mailModel;
    }

    String decided(AccessRequest request) {
        boolean open = mailModel.openUntil(request).isPresent();
        if (!isApproved(request)) {
            return open ? "dataAccessDeniedExtension" : "dataAccessDenied";
        }
        // A mail server that was away lets time pass, and what was approved can be handed back or revoked at once.
        if (!open && grants(request).findAny().isEmpty()) {
            return "dataAccessApprovedAndOver";
        }
        return request.content().requester().isSameAs(request.access().subject())
                ? APPROVED
                : "dataAccessApprovedForOther";
    }

    String undecided(AccessRequest request) {
        return mailModel.openUntil(request).isPresent() ? "dataAccessExpiredExtension" : "dataAccessExpired";
    }

    String endsSoon(AccessGrant grant) {
        When waits = new When(Optional.of(RequestStatus.PENDING), access.clock().instant());
        RecordFilter same = RecordFilter.of(AccessFilter.of(grant.access()));
        return access.requests()
                        .search(new RequestFilter(same, waits, Content.ANY, Order.NEWEST_FIRST))
                        .findAny()
                        .isPresent()
                ? "dataAccessEndsSoonWaiting"
                : "dataAccessEndsSoon";
    }

    static boolean isApproved(AccessRequest request) {
        return request.state().status() == RequestStatus.APPROVED;
    }

    /** What the request gave and is not over. */
    Stream<AccessGrant> grants(AccessRequest request) {
        return access
                .grants()
                .notOverAt(AccessFilter.of(request.access()), access.clock().instant())
                .stream()
                .filter(grant -> grant.approval().requestId().equals(request.id()));
    }
}
