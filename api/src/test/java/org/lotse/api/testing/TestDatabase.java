package org.lotse.api.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.lotse.api.database.EmbeddedPostgresql;

/** One PostgreSQL for all tests of a JVM; each asks for a fresh database copied from a migrated one. */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    private static final class Server {
        private static final EmbeddedPostgresql RUNNING = start();

        private static EmbeddedPostgresql start() {
            try {
                Path target = Files.createDirectories(Path.of("target"));
                Path data = Files.createTempDirectory(target, "postgres-").toAbsolutePath();
                EmbeddedPostgresql server = EmbeddedPostgresql.start(data, message -> {});
                Runtime.getRuntime().addShutdownHook(new Thread(server::close));
                execute(server, "create database migrated");
                Flyway.configure()
                        .dataSource(server.url("migrated"), null, null)
                        .locations("classpath:db/migration")
                        .load()
                        .migrate();
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** JDBC address of a new database with all tables and no rows. */
    public static String fresh() {
        String name = "test" + COUNT.incrementAndGet();
        execute(Server.RUNNING, "create database " + name + " template migrated");
        return Server.RUNNING.url(name);
    }

    private static void execute(EmbeddedPostgresql server, String sql) {
        try (Connection connection = DriverManager.getConnection(server.url("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + " failed: " + e.getMessage(), e);
        }
    }
}
