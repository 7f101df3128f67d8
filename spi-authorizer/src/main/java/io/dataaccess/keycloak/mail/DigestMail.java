/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.dataaccess.keycloak.request.AccessRequest;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Many waiting requests in one mail: how many of each kind, and the newest; the console has them all. */
final class DigestMail {

    private static final int NEWEST = 10;
    private static final Comparator<AccessRequest> ORDER = Comparator.comparing(
                    (AccessRequest request) -> request.content().urgent())
            .thenComparing(request -> request.state().createdAt())
            .reversed();

    private DigestMail() {}

    /**
     * For the template, urgent ones first.
     *
     * @param reminded ids of those of which the requester reminds
     */
    static Map<String, Object> of(List<AccessRequest> waiting, Set<String> reminded, MailModel mailModel) {
        List<Map<String, Object>> rows = waiting.stream()
                .sorted(ORDER)
                .map(request -> with(mailModel.of(request), "reminded", reminded.contains(request.id())))
                .toList();
        return Map.of(
                "total", rows.size(),
                "groups", groups(rows),
                "newest", rows.subList(0, Math.min(NEWEST, rows.size())));
    }

    private static List<Map<String, Object>> groups(List<Map<String, Object>> rows) {
        return rows.stream().collect(groupingBy(DigestMail::kind, LinkedHashMap::new, counting())).entrySet().stream()
                .map(entry -> with(entry.getKey(), "count", entry.getValue()))
                .toList();
    }

    private static Map<String, Object> kind(Map<String, Object> row) {
        Map<String, Object> kind = new LinkedHashMap<>(row);
        kind.keySet().retainAll(List.of("application", "data", "sensitivity"));
        return kind;
    }

    private static Map<String, Object> with(Map<String, Object> row, String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(row);
        more.put(name, value);
        return more;
    }
}
