/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** JSON bodies that are nearly right, wrong, or no JSON at all. */
final class Bodies {

    private static final ObjectMapper PLAIN = new ObjectMapper();
    /** Writes what UTF-8 cannot: halves of characters. */
    private static final ObjectMapper ESCAPING =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Map<String, String> good;

    /** @param good a body that is right: JSON by name of the field */
    Bodies(Map<String, String> good) {
        this.good = good;
    }

    Arbitrary<byte[]> any() {
        return Arbitraries.frequencyOf(
                        Tuple.of(8, changed().map(Bodies::object)),
                        Tuple.of(2, Combinators.combine(changed(), changed()).as(Bodies::twice)),
                        Tuple.of(
                                2,
                                Combinators.combine(changed().map(Bodies::object), Arbitraries.randoms())
                                        .as(Bodies::damaged)),
                        Tuple.of(1, value()),
                        Tuple.of(1, Texts.any()),
                        Tuple.of(1, huge()))
                .map(Bodies::bytes);
    }

    /** One field, or two, with another value, missing or unknown. */
    private Arbitrary<Map<String, String>> changed() {
        Arbitrary<String> field =
                Arbitraries.oneOf(Arbitraries.of(good.keySet()), Arbitraries.of(good.keySet()), Texts.known());
        return Combinators.combine(field, value(), field, Arbitraries.of("keep", "keep", "drop", "null"))
                .as((changed, value, second, what) -> {
                    Map<String, String> fields = new LinkedHashMap<>(good);
                    fields.put(changed, value);
                    if (what.equals("drop")) {
                        fields.remove(second);
                    } else if (what.equals("null")) {
                        fields.put(second, "null");
                    }
                    return fields;
                });
    }

    private static Arbitrary<String> value() {
        Arbitrary<String> other = Arbitraries.of(
                "null",
                "true",
                "false",
                "0",
                "-1",
                "1e999",
                "1.5",
                "9".repeat(1200),
                "[]",
                "{}",
                "[[]]",
                "{\"a\":{}}",
                "[\"APPROVE\"]",
                "{\"$ref\":\"x\"}",
                "{\"@class\":\"x.Runtime\"}",
                "\"\\ud800\"",
                "\"\\u0000\"");
        Arbitrary<String> deep = Arbitraries.of(50, 999, 1001, 20_000)
                .flatMap(depth -> Arbitraries.of("[".repeat(depth) + "]".repeat(depth), "{\"a\":".repeat(depth)));
        return Arbitraries.frequencyOf(
                Tuple.of(
                        8,
                        Combinators.combine(Texts.any(), Arbitraries.of(PLAIN, ESCAPING))
                                .as(Bodies::quoted)),
                Tuple.of(4, other),
                Tuple.of(1, deep));
    }

    private static Arbitrary<String> huge() {
        return Arbitraries.of(64 * 1024, 64 * 1024 + 1, 1024 * 1024, 3 * 1024 * 1024)
                .flatMap(size -> Arbitraries.of(
                        "{\"comment\":\"" + "x".repeat(size) + "\"}", " ".repeat(size) + "{}", "[0,".repeat(size / 3)));
    }

    private static String object(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> quoted(field.getKey(), ESCAPING) + ":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String twice(Map<String, String> one, Map<String, String> other) {
        return object(one).replaceFirst("}$", "") + "," + object(other).substring(1);
    }

    /** A byte more, less or different somewhere. */
    private static String damaged(String text, Random random) {
        int at = random.nextInt(text.length());
        String odd = String.valueOf((char) random.nextInt(256));
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + odd + text.substring(at);
            case 2 -> text.substring(0, at) + odd + text.substring(at + 1);
            default -> text + text.substring(at);
        };
    }

    /** Every so often in a way that is no UTF-8. */
    private static byte[] bytes(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        if (bytes.length % 17 == 3) {
            byte[] odd = Arrays.copyOf(bytes, bytes.length);
            odd[bytes.length / 2] = (byte) 0xC3;
            return odd;
        }
        return bytes;
    }

    private static String quoted(String text, ObjectMapper mapper) {
        try {
            return mapper.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
