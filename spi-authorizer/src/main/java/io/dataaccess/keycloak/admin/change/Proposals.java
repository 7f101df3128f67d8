/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin.change;

import io.dataaccess.keycloak.access.PageRange;
import io.dataaccess.keycloak.admin.AdminCall;
import io.dataaccess.keycloak.admin.AdminCaller;
import io.dataaccess.keycloak.catalog.approved.RealmConfiguration;
import io.dataaccess.keycloak.catalog.change.ConfigurationCheck;
import io.dataaccess.keycloak.change.ChangeRequest;
import io.dataaccess.keycloak.change.InForce;
import io.dataaccess.keycloak.change.Lowering;
import io.dataaccess.keycloak.configuration.Configuration;
import io.dataaccess.keycloak.configuration.ConfigurationDifference;
import io.dataaccess.keycloak.request.RequestStatus;
import io.dataaccess.keycloak.session.ChangeAccess;
import io.dataaccess.keycloak.web.InvalidCallException;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.AdminRoles;

/** What a caller wants to be in force, and what comes of it. */
final class Proposals {

    private static final String AS_CODE = "Configuration as code";
    private static final PageRange PENDING = new PageRange(0, 100);

    private final AdminCall call;
    private final ChangeAccess changes;
    private final InForce current;

    Proposals(AdminCall call) {
        this.call = call;
        this.changes = call.changes();
        this.current = changes.inForce().current();
    }

    InForce current() {
        return current;
    }

    /** What is meant, and could be saved. */
    Configuration wanted(ConfigurationBody body) {
        Configuration standing =
                RealmConfiguration.of(call.realm(), current.content().locks());
        Configuration wanted = body.over(standing, call.realm());
        ConfigurationCheck.require(wanted, call.realm());
        return wanted;
    }

    ChangeRequest propose(AdminCaller caller, String reason, Configuration wanted, boolean required) {
        ChangeRequest change = changes.proposing().propose(caller.person().user(), reason, wanted, required);
        new ChangeEvents(call).proposed(change);
        return change;
    }

    /** What would be different, or what became of it. */
    PreviewRepresentation preview(
            Configuration wanted, boolean required, Optional<ChangeRequest> change, boolean applied) {
        Lowering lowering =
                Lowering.of(current.content(), current.unreadable(), wanted, current.required() && !required);
        return new PreviewRepresentation(
                DifferenceRepresentation.all(ConfigurationDifference.between(current.content(), wanted)),
                LoweringRepresentation.all(lowering),
                current.required()
                        ? NeededApprovalRepresentation.all(
                                changes.approvers()
                                        .needed(lowering, current.content().approvals()),
                                List.of())
                        : List.of(),
                change.map(ChangeRequest::id).orElse(null),
                applied);
    }

    /**
     * Files a whole configuration, once, however often it is sent. Where no approval is required it comes into force, for those
     * who could write it into the realm themselves.
     */
    PreviewRepresentation replace(AdminCaller caller, ConfigurationBody body, boolean dryRun) {
        if (body.required() != null) {
            throw InvalidCallException.invalid("required is changed by POST changes");
        }
        Configuration wanted = wanted(body.requireWhole());
        boolean required = current.required();
        if (dryRun || wanted.equals(current.content())) {
            return preview(wanted, required, Optional.empty(), false);
        }
        if (required) {
            String reason = Optional.ofNullable(body.reason())
                    .filter(text -> !text.isBlank())
                    .orElse(AS_CODE);
            ChangeRequest change = pending(wanted).orElseGet(() -> propose(caller, reason, wanted, true));
            return preview(wanted, true, Optional.of(change), false);
        }
        if (!call.permissions().realm().canManageRealm()) {
            throw InvalidCallException.missingRole("forbidden", AdminRoles.MANAGE_REALM);
        }
        changes.approvers().requireGoodLogin(caller.voter());
        changes.inForce().replace(wanted);
        new ChangeEvents(call).applied(ConfigurationDifference.between(current.content(), wanted));
        return preview(wanted, false, Optional.empty(), true);
    }

    /** The one that waits with just this. */
    private Optional<ChangeRequest> pending(Configuration wanted) {
        return changes
                .changes()
                .page(Optional.of(RequestStatus.PENDING), changes.clock().instant(), PENDING)
                .stream()
                .filter(change -> !change.isOvertakenBy(current))
                .filter(change -> change.proposed().content().equals(wanted)
                        && change.proposed().required())
                .findFirst();
    }
}
