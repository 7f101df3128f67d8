/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import io.dataaccess.keycloak.access.Shown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.theme.Theme;

/** The words of the realm's e-mail theme in the reader's language. */
final class Words {

    private static final int LONGEST_IN_SUBJECT = 80;

    /** ZERO WIDTH NON-JOINER: no part of a domain after a dot, no place to break a line, and fonts have it. */
    private static final String NON_JOINER = "\u200C";

    /** In any script: domains may be written with an ideographic or a wide full stop as well. */
    private static final Pattern DOT_OF_DOMAIN = Pattern.compile("[.\u3002\uFF0E\uFF61](?=[\\p{L}\\p{N}])");

    private final Locale locale;
    private final Properties messages;

    Words(KeycloakSession session, RealmModel realm, UserModel reader) {
        this.locale = session.getContext().resolveLocale(reader);
        try {
            this.messages = session.theme().getTheme(Theme.Type.EMAIL).getEnhancedMessages(realm, locale);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the theme calls it, or else the name itself. */
    String name(String prefix, String name) {
        return Shown.line(messages.getProperty(prefix + name, name));
    }

    /** Without anybody's time zone: that of a reader is not known. */
    String time(Instant time) {
        DateTimeFormatter format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(ZoneOffset.UTC);
        return format.format(time) + " UTC";
    }

    /**
     * Text of people or clients as it may stand in a mail, which programs read along: on one line, and nothing that they
     * would make a link of. {@code "https://a.example"} becomes {@code "https: //a.example"}, and what follows a dot is
     * kept from it by a character that nobody sees, because names with dots are many people's.
     */
    static String inMail(String text) {
        String line = Shown.line(text).replace("://", ": //").replaceAll("(?i)\\b(www|mailto)([.:])", "$1 $2");
        return DOT_OF_DOMAIN.matcher(line).replaceAll("$0" + NON_JOINER);
    }

    /** Text of people or clients as it may stand in a header: on one line, and not without end. */
    static String inSubject(String text) {
        String line = inMail(text);
        return line.codePointCount(0, line.length()) <= LONGEST_IN_SUBJECT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_IN_SUBJECT - 1)) + "…";
    }
}
