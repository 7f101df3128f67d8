/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.time.Clock;
import picocli.CommandLine;

/** Runs the auditor's tool. */
public final class Auditor {

    /** It does not hold. */
    static final int FOUND = 1;

    /** Nothing can be said. */
    static final int UNDECIDED = 2;

    private Auditor() {}

    public static void main(String... arguments) {
        PrintWriter out = new PrintWriter(System.out, true, UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, UTF_8);
        System.exit(run(Clock.systemUTC(), out, err, arguments));
    }

    /** One call. Whatever fails without a finding is undecided, never an answer. */
    public static int run(Clock clock, PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Commands(clock, out))
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    boolean json = command.getParseResult().hasMatchedOption("--json");
                    new Output(out, json).undecided(err, failure);
                    return UNDECIDED;
                })
                .execute(arguments);
    }
}
