package org.lotse.api.security;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lotse.api.database.InTime;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tokens made by {@code lotse token create}. A found one is remembered for some seconds: so long a revocation takes. While
 * the database does not answer, one that was valid some minutes ago still is: an outage locks nobody out.
 */
final class JdbcTokens implements Tokens {
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final Duration REMEMBERED_IN_AN_OUTAGE = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int MOST_REMEMBERED = 10_000;

    private final JdbcClient database;
    private final Clock clock;
    private final Map<String, Found> found = new ConcurrentHashMap<>();

    JdbcTokens(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Found(Caller caller, Instant at) {
        boolean isFresh(Instant now, Duration remembered) {
            return now.isBefore(at.plus(remembered));
        }
    }

    @Override
    public Optional<Caller> callerOf(String token) {
        Instant now = clock.instant();
        Found remembered = found.get(token);
        if (remembered != null && remembered.isFresh(now, REMEMBERED)) {
            return Optional.of(remembered.caller());
        }
        try {
            Optional<Caller> caller = InTime.ask(PATIENCE, () -> stored(token, now));
            found.remove(token);
            if (found.size() < MOST_REMEMBERED) {
                caller.ifPresent(known -> found.put(token, new Found(known, now)));
            }
            return caller;
        } catch (DataAccessResourceFailureException | QueryTimeoutException outage) {
            return Optional.of(Optional.ofNullable(remembered)
                    .filter(before -> before.isFresh(now, REMEMBERED_IN_AN_OUTAGE))
                    .orElseThrow(() -> outage)
                    .caller());
        }
    }

    private Optional<Caller> stored(String token, Instant now) {
        return database.sql("""
                        select name, role, scopes from token
                        where hash = :hash and revoked_at is null and (expires_at is null or expires_at > :now)""")
                .param("hash", TokenHash.of(token))
                .param("now", Timestamp.from(now))
                .query((row, number) -> caller(row))
                .optional();
    }

    private static Caller caller(ResultSet row) throws SQLException {
        String role = row.getString("role");
        return new Caller(
                row.getString("name"),
                role == null ? null : Role.valueOf(role),
                scopes(row.getArray("scopes")).collect(Collectors.toUnmodifiableSet()));
    }

    private static Stream<Scope> scopes(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).flatMap(key -> Scope.of(key).stream());
    }
}
