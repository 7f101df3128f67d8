/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import io.dataaccess.keycloak.access.VisibleText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Bidi;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.theme.Theme;

/** The words of the realm's e-mail theme in the reader's language. */
final class MailMessages {

    private static final int LONGEST_IN_SUBJECT = 80;
    private static final int LONGEST_CHOSEN = 40;

    /** Blanks of any width, the one that no line breaks at among them. */
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private static final String ISOLATE = "\u2068";
    private static final String END_OF_ISOLATE = "\u2069";

    /** ZERO WIDTH NON-JOINER: no part of a domain after a dot, no place to break a line, and fonts have it. */
    private static final String NON_JOINER = "\u200C";

    /** In any script: domains may be written with an ideographic or a wide full stop as well. */
    private static final Pattern DOT_OF_DOMAIN = Pattern.compile("[.\u3002\uFF0E\uFF61](?=[\\p{L}\\p{N}])");

    private final Locale locale;
    private final ZoneId zone;
    private final Properties messages;

    MailMessages(KeycloakSession session, RealmModel realm, UserModel reader) {
        this.locale = session.getContext().resolveLocale(reader);
        this.zone = zone(reader);
        try {
            this.messages = session.theme().getTheme(Theme.Type.EMAIL).getEnhancedMessages(realm, locale);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the theme calls it, or else the name itself. */
    String name(String prefix, String name) {
        return VisibleText.line(messages.getProperty(prefix + name, name));
    }

    /** A sentence of the theme with these in its gaps. */
    String said(String key, Object... gaps) {
        return new MessageFormat(messages.getProperty(key, key), locale).format(gaps);
    }

    /** In the reader's time zone, which is named: {@code Nov 27, 2026, 7:30 PM (Europe/Berlin)}. */
    String time(Instant time) {
        DateTimeFormatter format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone);
        return format.format(time) + " (" + name(zone) + ")";
    }

    /** Such as {@code 1 hour 30 minutes}. */
    String duration(Duration duration) {
        return Stream.of(
                        part("dataAccessDays", duration.toDaysPart()),
                        part("dataAccessHours", duration.toHoursPart()),
                        part("dataAccessMinutes", duration.toMinutesPart()),
                        part("dataAccessSeconds", duration.toSecondsPart()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    private Optional<String> part(String key, long count) {
        return count == 0 ? Optional.empty() : Optional.of(said(key, count));
    }

    /** The user attribute behind OpenID Connect's claim of this name, if it is a zone; else the server's zone. */
    static ZoneId zone(UserModel reader) {
        return Optional.ofNullable(reader.getFirstAttribute("zoneinfo"))
                .map(String::strip)
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .map(ZoneId::of)
                .orElseGet(ZoneId::systemDefault);
    }

    private static String name(ZoneId zone) {
        return ZoneOffset.UTC.equals(zone.normalized()) ? "UTC" : zone.getId();
    }

    /** Text that is read from right to left cannot turn round what stands beside it. */
    static String isolated(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length()) ? ISOLATE + text + END_OF_ISOLATE : text;
    }

    /**
     * Text of people or clients as it may stand in a mail, which programs read along: on one line, and nothing that they
     * would make a link of. {@code "https://a.example"} becomes {@code "https: //a.example"}, and what follows a dot is
     * kept from it by a character that nobody sees, because names with dots are many people's.
     */
    static String inMail(String text) {
        String line = VisibleText.line(text).replace("://", ": //").replaceAll("(?i)\\b(www|mailto)([.:])", "$1 $2");
        return DOT_OF_DOMAIN.matcher(line).replaceAll("$0" + NON_JOINER);
    }

    /**
     * What somebody may have chosen to be called, as it may stand behind what is certain: short, and without blanks that
     * would move what follows out of sight.
     */
    static String chosen(String text) {
        return isolated(cut(BLANKS.matcher(inMail(text)).replaceAll(" ").strip(), LONGEST_CHOSEN));
    }

    /** A line as it may stand in a header: not without end, and nothing isolated goes on behind it. */
    static String cut(String line) {
        return cut(line, LONGEST_IN_SUBJECT);
    }

    private static String cut(String line, int longest) {
        if (line.codePointCount(0, line.length()) <= longest) {
            return line;
        }
        String beginning = line.substring(0, line.offsetByCodePoints(0, longest - 1));
        boolean open = beginning.lastIndexOf(ISOLATE) > beginning.lastIndexOf(END_OF_ISOLATE);
        return beginning + "…" + (open ? END_OF_ISOLATE : "");
    }
}
