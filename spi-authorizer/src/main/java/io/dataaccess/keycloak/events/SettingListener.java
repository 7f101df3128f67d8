/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.events;

import io.dataaccess.keycloak.catalog.Catalog;
import io.dataaccess.keycloak.catalog.ScopeCatalog;
import io.dataaccess.keycloak.lint.people.ApproverGroups;
import io.dataaccess.keycloak.lint.realm.SettingProblems;
import io.dataaccess.keycloak.log.SettingLog;
import io.dataaccess.keycloak.session.KeycloakClock;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.GroupModel.GroupEvent;
import org.keycloak.models.GroupModel.GroupMemberJoinEvent;
import org.keycloak.models.GroupModel.GroupMemberLeaveEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/** Changes of who approves, and of what the realm's attributes say about it, for the log. */
final class SettingListener implements ProviderEventListener {

    private static final Pattern SCOPE = Pattern.compile("client-scopes/([^/]+)");

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof GroupMemberJoinEvent join) {
            memberChanged(join, join.getUser(), true);
        } else if (event instanceof GroupMemberLeaveEvent leave) {
            memberChanged(leave, leave.getUser(), false);
        }
    }

    /** Keycloak tells of realms and client scopes that an administrator saved, and not of what changed (26.7.3). */
    static void saved(KeycloakSession session, RealmModel realm, AdminEvent event) {
        if (event.getResourceType() == ResourceType.REALM) {
            SettingProblems.OF_REALM.forEach(
                    name -> log(session, realm).attribute(name, Optional.ofNullable(realm.getAttribute(name))));
        } else if (event.getResourceType() == ResourceType.CLIENT_SCOPE) {
            Matcher path = SCOPE.matcher(event.getResourcePath() == null ? "" : event.getResourcePath());
            if (path.matches()) {
                ClientScopeModel scope = realm.getClientScopeById(path.group(1));
                log(session, realm)
                        .scope(
                                path.group(1),
                                Optional.ofNullable(scope).map(found -> found.getAttribute(ScopeCatalog.CATEGORIES)));
            }
        }
    }

    /** Keycloak takes the realm from the call, and a job has none now and then (26.7.3). */
    private static void memberChanged(GroupEvent event, UserModel user, boolean joined) {
        @Nullable RealmModel realm = event.getRealm();
        if (realm != null
                && ApproverGroups.of(Catalog.of(realm).policySet())
                        .include(KeycloakModelUtils.buildGroupPath(event.getGroup()))) {
            log(event.getKeycloakSession(), realm).membership(event.getGroup().getId(), user.getId(), joined);
        }
    }

    private static SettingLog log(KeycloakSession session, RealmModel realm) {
        return new SettingLog(session, realm, new KeycloakClock());
    }
}
