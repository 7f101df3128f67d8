/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.audit.AuditorTool;
import io.dataaccess.keycloak.testing.audit.AuditorTool.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** An auditor outside, who follows the log of the realm through whatever happens to its servers. */
final class LogFollower {

    private final Path folder;
    private final AuditorTool tool;

    LogFollower(Path folder) {
        this.folder = folder;
        this.tool = new AuditorTool(folder);
    }

    /** Trusts the keys that this node names now, and no others. */
    void trust(Node node) throws IOException {
        Files.writeString(
                folder.resolve("policy"),
                node.verifierKeys().lines().map(key -> "log " + key + "\n").collect(Collectors.joining())
                        + "quorum none\n");
    }

    /** Takes what is new, from this node. */
    Run follow(Node node) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("token"), node.approver("olga"));
        return tool.run(List.of(
                "mirror",
                node.approvalLog(),
                folder.resolve("mirror").toString(),
                "--policy",
                folder.resolve("policy").toString(),
                "--token",
                folder.resolve("token").toString(),
                "--json"));
    }

    /** The log goes on from what was there before, and by its entries each access grant is as it has to be. */
    void assertGoesOn(Node node) throws IOException, InterruptedException {
        Run followed = follow(node);
        assertThat(followed.code()).as(followed.output()).isZero();
        Run replayed = tool.run(List.of("check", folder.resolve("mirror").toString(), "--json"));
        assertThat(replayed.code()).as(replayed.output()).isZero();
    }
}
