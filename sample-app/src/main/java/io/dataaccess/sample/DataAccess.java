/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.sample;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One {@code data_access} entry of {@code authorization_details}; {@code until} is absent where no approval was needed. */
record DataAccess(
        String scope,
        Set<String> categories,
        String purpose,
        @Nullable Instant until) {

    static List<DataAccess> in(Map<String, Object> claims) {
        return list(claims.get("authorization_details")).stream()
                .filter(Map.class::isInstance)
                .map(entry -> (Map<?, ?>) entry)
                .filter(entry -> "data_access".equals(entry.get("type")))
                .map(entry -> new DataAccess(
                        text(entry.get("identifier")),
                        strings(entry.get("datatypes")),
                        text(entry.get("purpose")),
                        end(entry.get("approval"))))
                .toList();
    }

    static Set<String> strings(@Nullable Object claim) {
        return list(claim).stream().map(String::valueOf).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    boolean endsBy(Instant instant) {
        return until != null && !until.isAfter(instant);
    }

    /** An approval without a readable end is over: what cannot be understood opens nothing. */
    private static @Nullable Instant end(@Nullable Object approval) {
        if (approval == null) {
            return null;
        }
        return approval instanceof Map<?, ?> map && map.get("approved_until") instanceof Number seconds
                ? Instant.ofEpochSecond(seconds.longValue())
                : Instant.EPOCH;
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }

    private static Collection<?> list(@Nullable Object value) {
        return value instanceof Collection<?> values ? values : List.of();
    }
}
