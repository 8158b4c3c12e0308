package org.capaccueil.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A real PostgreSQL server that lives with the application and keeps its data in a folder between runs.
 *
 * <p>The library is made for throw-away test servers; two of its defaults would lose acknowledged saves and are undone
 * here: {@code fsync} off and {@code synchronous_commit} off. A server left over by a killed application is stopped
 * before the folder is opened again.
 */
final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    static final String OWNER = "postgres";

    private final FileChannel lockFile;
    private final FileLock lock;
    private final EmbeddedPostgres server;

    private EmbeddedDatabase(FileChannel lockFile, FileLock lock, EmbeddedPostgres server) {
        this.lockFile = lockFile;
        this.lock = lock;
        this.server = server;
    }

    static EmbeddedDatabase startIn(Path folder) throws IOException {
        Files.createDirectories(folder.toAbsolutePath().getParent());
        Path lockPath = folder.resolveSibling(folder.getFileName() + ".lock");
        FileChannel lockFile = FileChannel.open(lockPath, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = lockFile.tryLock();
        if (lock == null) {
            lockFile.close();
            throw new IllegalStateException("Another Cap Accueil is already running on the data folder "
                    + folder.toAbsolutePath() + ". Stop it, or choose another folder with "
                    + "--capaccueil.embedded-database.folder=...");
        }
        stopLeftOverServer(folder);
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                // Spring closes the server after the pool; a hook of its own would pull it away under running jobs.
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("max_connections", "100")
                .start();
        log.info("PostgreSQL runs on port {} with its data in {}", server.getPort(), folder.toAbsolutePath());
        return new EmbeddedDatabase(lockFile, lock, server);
    }

    /** Makes sure the role is there, without any privilege: the server trusts who comes over the loopback address. */
    void admit(String role) {
        JdbcClient owner = JdbcClient.create(new DriverManagerDataSource(jdbcUrl(), OWNER, ""));
        boolean known = owner.sql("select exists (select from pg_roles where rolname = ?)")
                .param(role)
                .query(Boolean.class)
                .single();
        if (!known) {
            String identifier = owner.sql("select quote_ident(?)")
                    .param(role)
                    .query(String.class)
                    .single();
            owner.sql("create role " + identifier + " login").update();
        }
    }

    private static void stopLeftOverServer(Path folder) throws IOException {
        Path pidFile = folder.resolve("postmaster.pid");
        if (Files.notExists(pidFile)) {
            return;
        }
        String pid = Files.readAllLines(pidFile, StandardCharsets.UTF_8).get(0).strip();
        Optional<ProcessHandle> leftOver = ProcessHandle.of(Long.parseLong(pid)).filter(EmbeddedDatabase::isPostgres);
        if (leftOver.isEmpty()) {
            return;
        }
        log.warn("A PostgreSQL server (process {}) was left over by a killed run; stopping it first", pid);
        leftOver.get().destroy();
        try {
            leftOver.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stillThere) {
            throw new IOException("The left-over PostgreSQL server, process " + pid + ", does not stop", stillThere);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while stopping the left-over PostgreSQL server", interrupted);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.contains("postgres"))
                .orElse(false);
    }

    String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
    }

    @Override
    public void close() throws IOException {
        server.close();
        lock.release();
        lockFile.close();
    }
}
