package org.capaccueil.support;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.capaccueil.CapAccueilApplication;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The local application as a process of its own, on a data folder of its own, which a test may kill and start again. Its
 * log stands beside the data folder.
 */
public final class ApplicationProcess implements AutoCloseable {

    private static final Duration STARTS_WITHIN = Duration.ofSeconds(120);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(20);
    private static final int PID = 0;
    private static final int PORT = 3;

    private final Path home;
    private final Path data;
    private @Nullable Process process;
    private int port;

    /** @param home a new folder under {@code target} */
    public ApplicationProcess(Path home) {
        this.home = home.toAbsolutePath();
        this.data = this.home.resolve("postgres");
    }

    /** Returns once people can sign in. */
    public void start() throws IOException {
        Files.createDirectories(home);
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Process started = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx600m",
                        // it never lives long enough for more
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPathWithoutTests(),
                        CapAccueilApplication.class.getName(),
                        "--spring.profiles.active=local",
                        "--server.port=" + port,
                        // a quarter of what is shipped: who takes over from a killed process need not wait the whole
                        // minute
                        "--camunda.bpm.job-execution.lock-time-in-millis=15000",
                        "--capaccueil.embedded-database.folder=" + data)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("application.log").toFile()))
                .start();
        process = started;
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest login = HttpRequest.newBuilder(URI.create(address() + "/login"))
                .timeout(Duration.ofSeconds(10))
                .build();
        await("the application signs people in, see " + home.resolve("application.log"))
                .atMost(STARTS_WITHIN)
                .pollInterval(Duration.ofMillis(200))
                .failFast("the application ended instead of starting", () -> !started.isAlive())
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> client.send(login, BodyHandlers.discarding()).statusCode() == 200);
    }

    private static String classPathWithoutTests() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes" + File.separator))
                .collect(Collectors.joining(File.pathSeparator));
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /** SIGKILL: no shutdown hook runs, nothing is closed. Its database server is left over. */
    public void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    /** SIGKILL for the database server too, as when the power fails. */
    public void killDatabase() {
        ProcessHandle server = databaseServer().orElseThrow();
        server.destroyForcibly();
        server.onExit().orTimeout(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** Opens a connection for each statement: a left-over one would keep the server from being stopped. */
    public JdbcClient database() {
        String address = "jdbc:postgresql://localhost:" + pidFile().get(PORT).strip() + "/postgres";
        return JdbcClient.create(new DriverManagerDataSource(address, "postgres", ""));
    }

    private Optional<ProcessHandle> databaseServer() {
        if (Files.notExists(data.resolve("postmaster.pid"))) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(pidFile().get(PID).strip()))
                .filter(found -> found.info().command().orElse("").contains("postgres"));
    }

    private List<String> pidFile() {
        try {
            return Files.readAllLines(data.resolve("postmaster.pid"), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() throws IOException {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
        databaseServer().ifPresent(server -> {
            server.destroy();
            server.onExit()
                    .completeOnTimeout(server, STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS)
                    .join();
            server.destroyForcibly();
        });
    }
}
