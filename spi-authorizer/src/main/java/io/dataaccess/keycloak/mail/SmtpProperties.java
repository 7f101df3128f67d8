/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.keycloak.common.enums.HostnameVerificationPolicy;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.truststore.JSSETruststoreConfigurator;

/** A realm's mail settings in the words of Jakarta Mail, as Keycloak's own sender says them (26.7.3). */
final class SmtpProperties {

    private static final String TEN_SECONDS = "10000";

    private final KeycloakSession session;
    private final Map<String, String> settings;

    SmtpProperties(KeycloakSession session, Map<String, String> settings) {
        this.session = session;
        this.settings = settings;
    }

    static boolean isOn(Map<String, String> settings, String key) {
        return "true".equals(settings.get(key));
    }

    Properties of(String from) throws EmailException {
        Properties properties = new Properties();
        copy("host", "mail.smtp.host", properties);
        copy("port", "mail.smtp.port", properties);
        copy("envelopeFrom", "mail.smtp.from", properties);
        turnOn("auth", "mail.smtp.auth", properties);
        turnOn("ssl", "mail.smtp.ssl.enable", properties);
        turnOn("starttls", "mail.smtp.starttls.enable", properties);
        turnOn("debug", "mail.debug", properties);
        turnOn(EmailSenderProvider.CONFIG_ALLOW_UTF8, "mail.mime.allowutf8", properties);
        if ("token".equals(settings.get("authType"))) {
            properties.setProperty("mail.smtp.auth.mechanisms", "XOAUTH2");
        }
        if (isOn(settings, "ssl") || isOn(settings, "starttls") || isOn(settings, "auth")) {
            secure(properties);
        }
        properties.setProperty("mail.smtp.timeout", settings.getOrDefault("timeout", TEN_SECONDS));
        properties.setProperty("mail.smtp.connectiontimeout", settings.getOrDefault("connectionTimeout", TEN_SECONDS));
        properties.setProperty("mail.smtp.writetimeout", settings.getOrDefault("writeTimeout", TEN_SECONDS));
        // Else Jakarta Mail asks for the name of this host, and tells it.
        properties.setProperty("mail.from", from);
        return properties;
    }

    /** Keycloak's truststore, and its policy on the names in certificates. */
    private void secure(Properties properties) throws EmailException {
        properties.setProperty("mail.smtp.ssl.protocols", protocols());
        JSSETruststoreConfigurator truststore = new JSSETruststoreConfigurator(session);
        SSLSocketFactory sockets = truststore.getSSLSocketFactory();
        if (sockets == null) {
            return;
        }
        properties.put("mail.smtp.ssl.socketFactory", sockets);
        boolean anyName = truststore.getProvider().getPolicy() == HostnameVerificationPolicy.ANY;
        properties.setProperty("mail.smtp.ssl.checkserveridentity", String.valueOf(!anyName));
        if (anyName) {
            properties.setProperty("mail.smtp.ssl.trust", "*");
        }
    }

    private static String protocols() throws EmailException {
        try {
            return String.join(
                    " ", SSLContext.getDefault().getSupportedSSLParameters().getProtocols());
        } catch (NoSuchAlgorithmException e) {
            throw new EmailException("There is no TLS", e);
        }
    }

    private void copy(String setting, String property, Properties properties) {
        String value = settings.get(setting);
        if (value != null && !value.isBlank()) {
            properties.setProperty(property, value);
        }
    }

    private void turnOn(String setting, String property, Properties properties) {
        if (isOn(settings, setting)) {
            properties.setProperty(property, "true");
        }
    }
}
