/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

import io.dataaccess.keycloak.access.PageRange;
import io.dataaccess.keycloak.access.TextRules;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The query of a call. A blank parameter is as good as none. */
public final class Query {

    /** Which part of a list is asked for: see {@link #page()}. */
    public static final List<String> PAGE = List.of("first", "max");

    /** What a count says. */
    public static final String COUNTED = "The number, at most 10001: that says more than 10000";

    /** What a search says of how far it goes. */
    public static final String SEARCHED_NEWEST =
            ". Among the newest 10000 that the other parameters leave: dateTo leads further back";

    private static final int USUAL_PAGE = 20;
    private static final int LONGEST_PAGE = 100;

    private static final int LONGEST = 255;

    private final MultivaluedMap<String, String> parameters;

    public Query(MultivaluedMap<String, String> parameters) {
        this.parameters = parameters;
    }

    /**
     * Requires that nothing else is asked: a filter whose name has a slip in it would select everything.
     *
     * @throws InvalidCallException when a parameter has none of these names
     */
    public void requireOnly(List<String> known) {
        if (!known.containsAll(parameters.keySet())) {
            throw InvalidCallException.unknownParameter(known);
        }
    }

    public Optional<String> text(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw InvalidCallException.invalid(name + " is given more than once");
        }
        Optional<String> text =
                values.stream().filter(value -> !value.isBlank()).findFirst();
        if (text.filter(value -> value.length() > LONGEST || !TextRules.isLine(value))
                .isPresent()) {
            throw InvalidCallException.invalid(name + " is longer than 255 characters, or has " + TextRules.HIDDEN);
        }
        return text;
    }

    public Optional<Boolean> flag(String name) {
        return text(name).map(value -> {
            if (!value.equals("true") && !value.equals("false")) {
                throw InvalidCallException.invalid(name + " is neither true nor false");
            }
            return value.equals("true");
        });
    }

    public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
        List<E> known = List.of(type.getEnumConstants());
        return text(name)
                .map(value -> known.stream()
                        .filter(one -> one.name().equals(value))
                        .findFirst()
                        .orElseThrow(() -> InvalidCallException.invalid(name + " is one of "
                                + known.stream().map(Enum::name).collect(Collectors.joining(", ")))));
    }

    /** At or after this time; a date means its first moment in UTC. */
    public Optional<Instant> from(String name) {
        return text(name).map(value -> instant(name, value, 0));
    }

    /** Before this time; a date is included as a whole. */
    public Optional<Instant> to(String name) {
        return text(name).map(value -> instant(name, value, 1));
    }

    /** Which part of a list is asked for: {@code first} from 0, {@code max} from 1 to 100. */
    public PageRange page() {
        PageRange page = new PageRange(number("first", 0), number("max", USUAL_PAGE));
        if (page.first() < 0 || page.max() < 1 || page.max() > LONGEST_PAGE) {
            throw InvalidCallException.invalid("first is at least 0, max from 1 to " + LONGEST_PAGE);
        }
        return page;
    }

    /** Which part of a list of rows is asked for, which goes as far as rows are counted. */
    public PageRange pageOfRows() {
        PageRange page = page();
        if (page.first() > PageRange.MOST) {
            throw InvalidCallException.invalid(
                    "first is at most " + PageRange.MOST + " here: use the filters, or ask for requests");
        }
        return page;
    }

    /** One of these, the first when it is not given. */
    public String oneOf(String name, String... known) {
        String value = text(name).orElse(known[0]);
        if (!Arrays.asList(known).contains(value)) {
            throw InvalidCallException.invalid(
                    name + " is one of " + Arrays.stream(known).distinct().collect(Collectors.joining(", ")));
        }
        return value;
    }

    private int number(String name, int otherwise) {
        return text(name)
                .map(value -> {
                    if (!value.matches("-?[0-9]{1,9}")) {
                        throw InvalidCallException.invalid(name + " is no number");
                    }
                    return Integer.parseInt(value);
                })
                .orElse(otherwise);
    }

    private static Instant instant(String name, String value, int daysAfterDate) {
        // Years with a sign are too far away to be counted in milliseconds.
        if (!Character.isDigit(value.charAt(0))) {
            throw noTime(name);
        }
        try {
            return value.length() == "yyyy-MM-dd".length()
                    ? LocalDate.parse(value)
                            .plusDays(daysAfterDate)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                    : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeParseException e) {
            throw noTime(name);
        }
    }

    private static InvalidCallException noTime(String name) {
        return InvalidCallException.invalid(name + " is neither a date (yyyy-MM-dd) nor a time (RFC 3339)");
    }
}
