/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataaccess.auditor.entry.Entry;
import io.dataaccess.auditor.finding.Code;
import io.dataaccess.auditor.finding.Finding;
import io.dataaccess.auditor.finding.Findings;
import io.dataaccess.transparency.entry.CanonicalJson;
import java.util.List;

/** Goes through entries as if a log had them. */
final class Replayed {

    private Replayed() {}

    static void found(List<ObjectNode> entries, Code code, long index) {
        assertThat(replay(entries))
                .as(code + " at " + index)
                .anyMatch(finding -> finding.code() == code && finding.index().orElseThrow() == index);
    }

    static List<Finding> replay(List<ObjectNode> entries) {
        Findings findings = new Findings();
        Replay replay = new Replay(findings);
        long index = 0;
        for (ObjectNode entry : entries) {
            replay.accept(Entry.parse(index, CanonicalJson.of(entry.toString())));
            index++;
        }
        replay.finish();
        return findings.kept();
    }
}
