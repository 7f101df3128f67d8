/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.events;

import io.dataaccess.keycloak.catalog.Catalog;
import io.dataaccess.keycloak.lint.people.ApproverGroups;
import io.dataaccess.keycloak.log.SettingLog;
import io.dataaccess.keycloak.session.ConfigurationAdoption;
import io.dataaccess.keycloak.session.KeycloakClock;
import io.dataaccess.keycloak.session.LoggedSettings;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientModel.ClientRemovedEvent;
import org.keycloak.models.ClientModel.ClientUpdatedEvent;
import org.keycloak.models.GroupModel.GroupEvent;
import org.keycloak.models.GroupModel.GroupMemberJoinEvent;
import org.keycloak.models.GroupModel.GroupMemberLeaveEvent;
import org.keycloak.models.GroupModel.GroupPathChangeEvent;
import org.keycloak.models.GroupModel.GroupRemovedEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/** Changes of who approves and asks, and of what the realm's settings say about it, for the log. */
final class SettingListener implements ProviderEventListener {

    private static final Pattern SCOPE = Pattern.compile("client-scopes/([^/]+)");
    private static final Pattern USER = Pattern.compile("users/([^/]+)");

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof GroupMemberJoinEvent join) {
            memberChanged(join, join.getUser(), true);
        } else if (event instanceof GroupMemberLeaveEvent leave) {
            memberChanged(leave, leave.getUser(), false);
        } else if (event instanceof GroupPathChangeEvent moved) {
            groupChanged(moved, moved.getPreviousPath(), Optional.of(moved.getNewPath()));
        } else if (event instanceof GroupRemovedEvent removed) {
            groupChanged(removed, KeycloakModelUtils.buildGroupPath(removed.getGroup()), Optional.empty());
        } else if (event instanceof ClientUpdatedEvent updated) {
            ClientModel client = updated.getUpdatedClient();
            new LoggedSettings(updated.getKeycloakSession(), client.getRealm()).client(client);
        } else if (event instanceof ClientRemovedEvent removed) {
            ClientModel client = removed.getClient();
            new LoggedSettings(removed.getKeycloakSession(), client.getRealm()).clientRemoved(client);
        }
    }

    /** Keycloak tells of realms, client scopes and users that an administrator saved, and not of what changed (26.7.3). */
    static void saved(KeycloakSession session, RealmModel realm, AdminEvent event) {
        LoggedSettings settings = new LoggedSettings(session, realm);
        String path = event.getResourcePath() == null ? "" : event.getResourcePath();
        if (event.getResourceType() == ResourceType.REALM) {
            settings.attributes();
            ConfigurationAdoption.adopt(session, realm);
        } else if (event.getResourceType() == ResourceType.CLIENT_SCOPE) {
            Matcher scope = SCOPE.matcher(path);
            if (scope.matches()) {
                settings.scope(scope.group(1), realm.getClientScopeById(scope.group(1)));
            }
        } else if (event.getResourceType() == ResourceType.USER && event.getOperationType() == OperationType.UPDATE) {
            Matcher user = USER.matcher(path);
            if (user.matches()) {
                saved(session, realm, user.group(1));
            }
        }
    }

    /** Also by themselves, where the user profile lets them. */
    static void saved(KeycloakSession session, RealmModel realm, String userId) {
        UserModel user = session.users().getUserById(realm, userId);
        if (user != null) {
            new LoggedSettings(session, realm).user(user);
        }
    }

    private static void groupChanged(GroupEvent event, String from, Optional<String> to) {
        @Nullable RealmModel realm = event.getRealm();
        if (realm == null) {
            return;
        }
        ApproverGroups approvers = ApproverGroups.of(Catalog.of(realm).policySet());
        if (approvers.dependOn(from) || to.filter(approvers::dependOn).isPresent()) {
            new SettingLog(event.getKeycloakSession(), realm, new KeycloakClock())
                    .group(event.getGroup().getId(), from, to);
        }
    }

    /** Keycloak takes the realm from the call, and a job has none now and then (26.7.3). */
    private static void memberChanged(GroupEvent event, UserModel user, boolean joined) {
        @Nullable RealmModel realm = event.getRealm();
        if (realm != null
                && ApproverGroups.of(Catalog.of(realm).policySet())
                        .include(KeycloakModelUtils.buildGroupPath(event.getGroup()))) {
            new SettingLog(event.getKeycloakSession(), realm, new KeycloakClock())
                    .membership(event.getGroup().getId(), user.getId(), joined);
        }
    }
}
