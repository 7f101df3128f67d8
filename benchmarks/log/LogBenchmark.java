/* SPDX-License-Identifier: Apache-2.0 */

import io.dataaccess.keycloak.server.KeycloakServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long a burst of 10,000 entries takes into the tree of an approval log, and what a receipt costs with few entries and with a
 * million, on a real Keycloak and PostgreSQL. Run by {@code run.sh}; the ratio within one run is what tells.
 */
final class LogBenchmark {

    private static final int BURST = 10_000;
    private static final int ALL = Integer.getInteger("log.entries", 1_000_000);
    private static final int CALLS = 60;
    private static final int PATIENCE_SECONDS = 600;

    /** About as long as a vote. */
    private static final String WRITE = "INSERT INTO data_access_log_entry"
            + " (realm_id, log_index, written_at, record_id, entry, openings)"
            + " SELECT realm_id, -1, 0, 'copy-' || n, replace(entry, 'vote', 'copy' || n), openings"
            + " FROM (SELECT * FROM data_access_log_entry WHERE entry LIKE '%\"kind\":\"vote\"%' ORDER BY id LIMIT 1) one,"
            + " generate_series(1, " + BURST + ") n ORDER BY n";

    private final HttpClient http = HttpClient.newHttpClient();
    private final KeycloakServer server;
    private final EmbeddedPostgres postgres;

    private LogBenchmark(KeycloakServer server, EmbeddedPostgres postgres) {
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
            new LogBenchmark(server, postgres).run();
        }
    }

    private void run() throws IOException, InterruptedException, SQLException {
        String grant = grant("lin");
        await(number("SELECT count(*) FROM data_access_log_entry"));
        receipts(grant);
        print(0, receipts(grant));
        for (long size = BURST; size <= ALL; size += BURST) {
            double seconds = burst();
            if (size == BURST || size * 10 % ALL == 0) {
                print(seconds, receipts(grant));
            }
        }
        String newest = grant("maria");
        await(number("SELECT count(*) FROM data_access_log_entry"));
        print(0, receipts(newest));
    }

    /** Seconds from the commit of so many entries until the last is in the tree that is signed. */
    private double burst() throws InterruptedException, SQLException {
        execute(WRITE);
        long start = System.nanoTime();
        await(number("SELECT count(*) FROM data_access_log_entry"));
        return (System.nanoTime() - start) / 1e9;
    }

    private void await(long size) throws InterruptedException, SQLException {
        for (int i = 0; i < PATIENCE_SECONDS * 20; i++) {
            if (number("SELECT max(tree_size) FROM data_access_log") == size) {
                return;
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("The entries were not taken in");
    }

    private void print(double burst, double receipt) throws SQLException {
        System.out.printf(
                "%,11d entries   burst of %,d: %6.1f s   receipt: %6.1f ms   server: %4d MB%n",
                number("SELECT max(tree_size) FROM data_access_log"),
                BURST,
                burst,
                receipt,
                ProcessHandle.current()
                                .descendants()
                                .mapToLong(LogBenchmark::residentKilobytes)
                                .max()
                                .orElse(0)
                        / 1024);
    }

    private static long residentKilobytes(ProcessHandle process) {
        try {
            Matcher resident = Pattern.compile("VmRSS:\\s+(\\d+)")
                    .matcher(java.nio.file.Files.readString(Path.of("/proc/" + process.pid() + "/status")));
            return resident.find() ? Long.parseLong(resident.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** The median, in milliseconds: four entries, each with its proof. */
    private double receipts(String grant) throws IOException, InterruptedException {
        String token = token("admin-cli", "", "openid", "olga");
        double[] times = new double[CALLS];
        for (int i = 0; i < CALLS; i++) {
            long start = System.nanoTime();
            String answer = get("/admin/realms/workforce/data-access/grants/" + grant + "/receipt", token);
            times[i] = (System.nanoTime() - start) / 1e6;
            if (!answer.contains("tlog-proof")) {
                throw new IllegalStateException(answer);
            }
        }
        Arrays.sort(times);
        return times[CALLS / 2];
    }

    private String grant(String username) throws IOException, InterruptedException {
        String filed = post(
                "/realms/workforce/data-access/requests",
                token("sample-app", "sample-app-secret", "openid+data-access", username),
                "{\"clientId\":\"sample-app\",\"scope\":\"us-contact\",\"purpose\":\"legal-request\","
                        + "\"justification\":\"A court asks for one account\"}");
        String decided = post(
                "/admin/realms/workforce/data-access/requests/" + field("id", filed) + "/votes",
                token("admin-cli", "", "openid", "avery"),
                "{\"decision\":\"APPROVE\"}");
        return field("id", decided.substring(decided.indexOf("\"grant\":")));
    }

    private String token(String client, String secret, String scope, String username)
            throws IOException, InterruptedException {
        return field(
                "access_token",
                send(HttpRequest.newBuilder(
                                URI.create(server.url() + "/realms/workforce/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "grant_type=password&scope=" + scope + "&password=password&client_id=" + client
                                        + "&client_secret=" + secret + "&username=" + username))));
    }

    private String post(String path, String token, String body) throws IOException, InterruptedException {
        return send(to(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String get(String path, String token) throws IOException, InterruptedException {
        return send(to(path, token));
    }

    private HttpRequest.Builder to(String path, String token) {
        return HttpRequest.newBuilder(URI.create(server.url() + path)).header("Authorization", "Bearer " + token);
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static String field(String name, String json) {
        Matcher value = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
        if (!value.find()) {
            throw new IllegalStateException("No " + name + " in " + json);
        }
        return value.group(1);
    }

    private long number(String query) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
