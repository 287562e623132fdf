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
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tokens made by {@code lotse token create}. A found one is remembered for some seconds: so long a revocation takes. */
final class JdbcTokens implements Tokens {
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int MOST_REMEMBERED = 10_000;

    private final JdbcClient database;
    private final Clock clock;
    private final Map<String, Found> found = new ConcurrentHashMap<>();

    JdbcTokens(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Found(Caller caller, Instant until) {}

    @Override
    public Optional<Caller> callerOf(String token) {
        Instant now = clock.instant();
        Found remembered = found.get(token);
        if (remembered != null && now.isBefore(remembered.until())) {
            return Optional.of(remembered.caller());
        }
        found.remove(token);
        Optional<Caller> caller = database.sql("""
                        select name, role, scopes from token
                        where hash = :hash and revoked_at is null and (expires_at is null or expires_at > :now)""")
                .param("hash", TokenHash.of(token))
                .param("now", Timestamp.from(now))
                .query((row, number) -> caller(row))
                .optional();
        if (found.size() < MOST_REMEMBERED) {
            caller.ifPresent(known -> found.put(token, new Found(known, now.plus(REMEMBERED))));
        }
        return caller;
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
