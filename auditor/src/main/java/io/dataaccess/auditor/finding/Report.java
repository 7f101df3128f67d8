/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.finding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The answer of a command: it holds when nothing was found.
 *
 * @param count of findings; at most a thousand are listed
 * @param facts what was looked at, by name, in order
 */
public record Report(List<Finding> findings, long count, Map<String, Object> facts) {

    public Report {
        findings = List.copyOf(findings);
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    public static Report of(Findings findings, Map<String, Object> facts) {
        return new Report(findings.kept(), findings.count(), facts);
    }

    public boolean holds() {
        return count == 0;
    }
}
