package org.lotse.api.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL to work on: a given one, or our own in the data directory. */
public sealed interface Database extends AutoCloseable {
    /** JDBC address, user included for our own. */
    String url();

    /** Whether it is our own: then nobody else works on it. */
    boolean isOwn();

    /** A connection for commands that run without Spring. */
    Connection connect() throws SQLException;

    /** Brings the tables up to date, for commands that run without Spring. */
    void migrate();

    @Override
    void close();

    /**
     * Opens the database the environment names, else starts our own.
     *
     * @param data where our own is kept
     * @param progress told what takes time
     */
    static Database open(Path data, Consumer<String> progress) {
        return given().orElseGet(() -> new Own(EmbeddedPostgresql.start(data, progress)));
    }

    /** As {@link #open}, but joins our own server if it is running already. */
    static Database join(Path data, Consumer<String> progress) {
        return given().or(() -> EmbeddedPostgresql.running(data).map(url -> new Given(url, null, null)))
                .orElseGet(() -> new Own(EmbeddedPostgresql.start(data, progress)));
    }

    private static Optional<Database> given() {
        return Optional.ofNullable(System.getProperty("spring.datasource.url"))
                .or(() -> Optional.ofNullable(System.getenv("SPRING_DATASOURCE_URL")))
                .filter(url -> !url.isBlank())
                .map(url -> new Given(
                        url, System.getenv("SPRING_DATASOURCE_USERNAME"), System.getenv("SPRING_DATASOURCE_PASSWORD")));
    }

    private static void migrate(Flyway tables) {
        tables.migrate();
    }

    /** Somebody else's server; closing leaves it alone. */
    record Given(
            String url, @Nullable String user, @Nullable String password) implements Database {
        @Override
        public boolean isOwn() {
            return false;
        }

        @Override
        public Connection connect() throws SQLException {
            return user == null ? DriverManager.getConnection(url) : DriverManager.getConnection(url, user, password);
        }

        @Override
        public void migrate() {
            Database.migrate(Flyway.configure()
                    .dataSource(url, user, password)
                    .locations("classpath:db/migration")
                    .outOfOrder(true)
                    .load());
        }

        @Override
        public void close() {}

        @Override
        public String toString() {
            return "Given[...]";
        }
    }

    /** Our own server; closing stops it. */
    record Own(EmbeddedPostgresql server) implements Database {
        @Override
        public String url() {
            return server.url("postgres");
        }

        @Override
        public boolean isOwn() {
            return true;
        }

        @Override
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url());
        }

        @Override
        public void migrate() {
            new Given(url(), "postgres", null).migrate();
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
