/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataaccess.auditor.finding.Finding;
import io.dataaccess.auditor.finding.Report;
import io.dataaccess.auditor.finding.UndecidedException;
import java.io.PrintWriter;

/** How answers are printed: for people, or as one JSON object. */
final class Output {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PrintWriter out;
    private final boolean json;

    Output(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    /** Prints an answer, and says with which code the tool ends. */
    int print(Report report) {
        out.println(json ? json(report) : text(report));
        out.flush();
        return report.holds() ? 0 : Auditor.FOUND;
    }

    /** Says on the error stream, and as JSON where that is wanted, that nothing can be said. */
    void undecided(PrintWriter err, Exception failure) {
        String message =
                failure instanceof UndecidedException ? String.valueOf(failure.getMessage()) : failure.toString();
        err.println("nothing can be said: " + message);
        err.flush();
        if (json) {
            out.println(JSON.createObjectNode().put("error", message));
            out.flush();
        }
    }

    private static String json(Report report) {
        ObjectNode object = JSON.createObjectNode().put("holds", report.holds()).put("count", report.count());
        ArrayNode findings = object.putArray("findings");
        for (Finding finding : report.findings()) {
            ObjectNode one = findings.addObject().put("code", finding.code().toString());
            finding.index().ifPresent(index -> one.put("index", index));
            one.put("message", finding.message());
        }
        report.facts().forEach((name, value) -> object.set(name, JSON.valueToTree(value)));
        return object.toString();
    }

    private static String text(Report report) {
        StringBuilder text = new StringBuilder(report.holds() ? "holds" : "does not hold");
        report.facts()
                .forEach((name, value) ->
                        text.append("\n  ").append(name).append(": ").append(value));
        report.findings().forEach(finding -> text.append("\n! ").append(finding));
        if (report.count() > report.findings().size()) {
            text.append("\n! and ")
                    .append(report.count() - report.findings().size())
                    .append(" more");
        }
        return text.toString();
    }
}
