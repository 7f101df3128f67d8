/* SPDX-License-Identifier: Apache-2.0 */

import io.dataaccess.keycloak.server.KeycloakServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long lists and guarded tokens take with few pending requests, with many, and with a million that are over besides,
 * on a real Keycloak and PostgreSQL. Run by {@code run.sh}; the ratio within one run is what tells, whatever the machine.
 */
final class QueueBenchmark {

    private static final int FEW = 100;
    private static final int MANY = 10_000;
    private static final int OLD = Integer.getInteger("old.requests", 1_000_000);
    private static final int PEOPLE = 50_000;
    private static final int CONTEXTS = Integer.getInteger("old.contexts", 40);
    private static final int OF_ONE = 50_000;
    private static final int CALLS = 60;
    private static final String TOKEN = "guarded token, approved";

    private static final String COPY = "INSERT INTO data_access_request (id, realm_id, version, pending_key, subject_id,"
            + " subject_name, client_id, client_name, scope_id, scope_name, requester_id, requester_name, purpose,"
            + " justification, ticket, duration_seconds, urgent, bundle, bundle_key, case_key, frozen, sensitivity, status,"
            + " created_at, expires_at)"
            + " SELECT gen_random_uuid()::text, realm_id, version, gen_random_uuid()::text, 'copy-' || n,"
            + " 'person-' || n, client_id, client_name, scope_id, scope_name, 'copy-' || n, 'person-' || n, purpose,"
            + " justification, 'CASE-' || n, duration_seconds, n % 20 = 0, bundle, md5(scope_name || n / 2),"
            + " case_key, frozen, sensitivity, status, created_at - n, expires_at - (n * 7919::bigint % 36000) * 1000"
            + " FROM data_access_request, generate_series(?, ?) n WHERE subject_name = 'lin'";

    private static final List<String> QUESTIONS = List.of(
            "bundles?status=PENDING&decidable=true&max=20",
            "bundles?status=PENDING&decidable=true&max=20&first=%d",
            "bundles/count?status=PENDING&decidable=true",
            "requests?status=PENDING&decidable=true&sort=urgency&max=20",
            "requests?status=PENDING&scope=us-private&sensitivity=RESTRICTED&sort=expiresAt&max=20",
            "requests?search=person-7&max=20",
            "requests?search=nothing+like+it&max=20",
            "requests/count?status=PENDING",
            "requests?max=20",
            "requests?status=APPROVED&max=20",
            "requests/count",
            "grants?active=true&max=20",
            "grants?max=20",
            "grants/count?active=false",
            "me");

    private final HttpClient http = HttpClient.newHttpClient();
    private final KeycloakServer server;
    private final EmbeddedPostgres postgres;

    private QueueBenchmark(KeycloakServer server, EmbeddedPostgres postgres) {
        this.server = server;
        this.postgres = postgres;
    }

    /** @param arguments distribution, home, providers, realm file */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                KeycloakServer server = KeycloakServer.of(Path.of(arguments[0]), Path.of(arguments[1]))
                        .providers(Stream.of(arguments[2].split(File.pathSeparator))
                                .map(Path::of)
                                .toList())
                        .realm(Path.of(arguments[3]))
                        .postgres(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres")
                        .start()) {
            new QueueBenchmark(server, postgres).run();
        }
    }

    private void run() throws IOException, InterruptedException, SQLException {
        approve(file("us-contact", "maria"));
        file("us-contact", "lin");
        file("us-private", "lin");
        copy(1, FEW / 2);
        for (int round = 0; round < 2; round++) {
            // What the machine compiles meanwhile is not measured.
            measure("avery", FEW);
            measure("olga", FEW);
        }
        List<Map<String, Double>> ofApprover = new ArrayList<>();
        List<Map<String, Double>> ofAuditor = new ArrayList<>();
        ofApprover.add(measure("avery", FEW));
        ofAuditor.add(measure("olga", FEW));
        copy(FEW / 2 + 1, MANY / 2);
        ofApprover.add(measure("avery", MANY));
        ofAuditor.add(measure("olga", MANY));
        History.add(postgres.getPostgresDatabase(), OLD, PEOPLE, CONTEXTS);
        History.giveAll(postgres.getPostgresDatabase(), "maria", Math.min(OF_ONE, OLD / 20));
        ofApprover.add(measure("avery", MANY));
        ofAuditor.add(measure("olga", MANY));
        print("approver", ofApprover);
        print("auditor", ofAuditor);
    }

    private void copy(int from, int to) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                PreparedStatement insert = connection.prepareStatement(COPY);
                Statement analyze = connection.createStatement()) {
            insert.setInt(1, from);
            insert.setInt(2, to);
            System.out.println(insert.executeUpdate() + " requests added");
            analyze.execute("ANALYZE");
        }
    }

    /** Medians, in milliseconds. */
    private Map<String, Double> measure(String username, int requests) throws IOException, InterruptedException {
        String token = token("admin-cli", "", "openid", username);
        Map<String, Double> medians = new LinkedHashMap<>();
        for (String question : QUESTIONS) {
            medians.put(
                    question,
                    median(() -> send(HttpRequest.newBuilder(URI.create(server.url()
                                    + "/admin/realms/workforce/data-access/" + String.format(question, requests / 4)))
                            .header("Authorization", "Bearer " + token))));
        }
        medians.put(TOKEN, median(() -> token("sample-app", "sample-app-secret", "openid+us-contact", "maria")));
        return medians;
    }

    private static double median(Call call) throws IOException, InterruptedException {
        double[] times = new double[CALLS];
        for (int i = 0; i < CALLS; i++) {
            long start = System.nanoTime();
            call.make();
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times[CALLS / 2];
    }

    private static void print(String who, List<Map<String, Double>> medians) {
        System.out.printf("%n%-84s %11s %11s %11s%n", who, FEW, MANY, "+ " + OLD);
        medians.get(0).keySet().forEach(question -> {
            System.out.printf("%-84s", question);
            medians.forEach(each -> System.out.printf(" %8.1f ms", each.get(question)));
            System.out.println();
        });
    }

    private interface Call {
        String make() throws IOException, InterruptedException;
    }

    private void approve(String requestId) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(URI.create(
                        server.url() + "/admin/realms/workforce/data-access/requests/" + requestId + "/votes"))
                .header("Authorization", "Bearer " + token("admin-cli", "", "openid", "avery"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"decision\":\"APPROVE\"}")));
    }

    /** The request's id. */
    private String file(String scope, String username) throws IOException, InterruptedException {
        String body = "{\"clientId\":\"sample-app\",\"scope\":\"" + scope
                + "\",\"purpose\":\"legal-request\",\"justification\":\"A court asks for one account\"}";
        return field(
                "id",
                send(HttpRequest.newBuilder(URI.create(server.url() + "/realms/workforce/data-access/requests"))
                        .header(
                                "Authorization",
                                "Bearer " + token("sample-app", "sample-app-secret", "openid+data-access", username))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))));
    }

    private String token(String client, String secret, String scope, String username) throws IOException, InterruptedException {
        String form = "grant_type=password&scope=" + scope + "&password=password&client_id=" + client + "&client_secret="
                + secret + "&username=" + URLEncoder.encode(username, StandardCharsets.UTF_8);
        String answer = send(HttpRequest.newBuilder(
                        URI.create(server.url() + "/realms/workforce/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        return field("access_token", answer);
    }

    private static String field(String name, String json) {
        Matcher value = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
        if (!value.find()) {
            throw new IllegalStateException(json);
        }
        return value.group(1);
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
