/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt.login;

import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.login.DeviceConfirmations;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.common.util.Time;
import org.keycloak.models.OAuth2DeviceCodeModel;
import org.keycloak.models.OAuth2DeviceUserCodeProvider;
import org.keycloak.protocol.oidc.grants.device.DeviceGrantType;
import org.keycloak.protocol.oidc.grants.device.endpoints.DeviceEndpoint;

/** The device behind a login, where there is one (RFC 8628). */
public final class DeviceLogin {

    private final RequiredActionContext context;
    private final LoginNotes confirmed;

    public DeviceLogin(RequiredActionContext context) {
        this.context = context;
        this.confirmed = LoginNotes.confirmed(context.getAuthenticationSession());
    }

    /** The code as the device shows it; empty when no device waits for this login. */
    public Optional<String> code() {
        return userCode().map(context.getSession().getProvider(OAuth2DeviceUserCodeProvider.class)::display);
    }

    /**
     * Whether the person still has to say yes to what is shown. Once the code has ended there is nothing to say yes to,
     * and Keycloak says so.
     */
    public boolean needsYes(String shown) {
        return deviceCode().isPresent() && !confirmed.words().contains(shown);
    }

    /** Keeps the yes, for the gate as well. */
    public void confirm(String shown, List<GuardedScope> scopes) {
        deviceCode().ifPresent(code -> {
            new DeviceConfirmations(context.getSession(), context.getRealm())
                    .keep(
                            code.getDeviceCode(),
                            context.getUser().getId(),
                            scopes,
                            code.getExpiration() - Time.currentTimeSeconds());
            confirmed.add(List.of(shown));
        });
    }

    private Optional<String> userCode() {
        return Optional.ofNullable(
                context.getAuthenticationSession().getClientNote(DeviceGrantType.OAUTH2_DEVICE_VERIFIED_USER_CODE));
    }

    private Optional<OAuth2DeviceCodeModel> deviceCode() {
        return userCode()
                .map(code -> DeviceEndpoint.getDeviceByUserCode(context.getSession(), context.getRealm(), code));
    }
}
