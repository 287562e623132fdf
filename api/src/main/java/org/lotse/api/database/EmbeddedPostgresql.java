package org.lotse.api.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lotse.api.cli.Failed;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own, kept in the data directory: {@code postgres/} its data, {@code postgres-program/} the
 * program. One process at a time works on a data directory; a server left over from a killed one is stopped first.
 */
public final class EmbeddedPostgresql implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final FileChannel lock;

    private EmbeddedPostgresql(EmbeddedPostgres server, FileChannel lock) {
        this.server = server;
        this.lock = lock;
    }

    /**
     * Starts the server of this data directory, making it when it does not exist.
     *
     * @throws Failed when another process works on the directory, or the server does not start
     */
    public static EmbeddedPostgresql start(Path data, Consumer<String> progress) {
        try {
            Files.createDirectories(data);
            FileChannel lock = lock(data);
            try {
                Path files = data.resolve("postgres").toAbsolutePath();
                LeftOver.in(files).ifPresent(leftOver -> leftOver.stop(progress));
                progress.accept(
                        Files.exists(files.resolve("PG_VERSION"))
                                ? "Starting PostgreSQL in " + data + " ..."
                                : "Setting up PostgreSQL in " + data + " ...");
                return new EmbeddedPostgresql(server(data, files), lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException | IllegalStateException e) {
            throw new Failed(
                    "PostgreSQL did not start in " + data.toAbsolutePath() + ": " + e.getMessage() + ". Its log is "
                            + data.resolve("postgres.log") + ". Maybe give another directory with --data, or a running"
                            + " PostgreSQL with SPRING_DATASOURCE_URL.",
                    e);
        }
    }

    /** The address of the server another process runs on this data directory, if one does. */
    static Optional<String> running(Path data) {
        try (FileChannel channel = Files.isDirectory(data) ? lock(data) : null) {
            return Optional.empty();
        } catch (Failed inUse) {
            return LeftOver.in(data.resolve("postgres")).flatMap(LeftOver::port).map(port -> url(port, "postgres"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JDBC address of one of its databases. */
    public String url(String database) {
        return url(server.getPort(), database);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database + "?user=postgres&reWriteBatchedInserts=true";
    }

    @Override
    public void close() {
        try {
            server.close();
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres server(Path data, Path files) throws IOException {
        quiet("io.zonky");
        File log = data.resolve("postgres.log").toFile();
        return EmbeddedPostgres.builder()
                .setDataDirectory(files)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(
                        data.resolve("postgres-program").toAbsolutePath().toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log))
                // The library starts the server for throw-away tests; here a commit must survive a power cut.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("max_connections", "300")
                .start();
    }

    /** Before Spring has configured logging everything would be printed; progress is told in our words. */
    private static void quiet(String logger) {
        if (LoggerFactory.getLogger(logger) instanceof ch.qos.logback.classic.Logger ours) {
            ours.setLevel(ch.qos.logback.classic.Level.WARN);
        }
    }

    private static FileChannel lock(Path data) throws IOException {
        FileChannel channel =
                FileChannel.open(data.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new Failed("Another lotse works on the data directory " + data.toAbsolutePath()
                    + ". Maybe stop it, or give another directory with --data.");
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
