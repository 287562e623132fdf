package org.lotse.api.planning;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Secret addresses of calendars: 256 random bits, of which the database keeps the hash only. A rep has one at a time; making
 * a new one ends the one before.
 */
@Component
public class CalendarAddresses {
    private static final int BYTES = 32;
    private final SecureRandom random = new SecureRandom();
    private final JdbcClient database;
    private final Clock clock;

    CalendarAddresses(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Makes a new secret for a rep; it is shown this once. */
    public String renew(String rep) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        database.sql("""
                        insert into planning_calendar (rep, secret, created_at) values (?, ?, ?)
                        on conflict (rep) do update set secret = excluded.secret, created_at = excluded.created_at""")
                .params(rep, hash(secret), Timestamp.from(clock.instant()))
                .update();
        return secret;
    }

    /** From now on nobody reads the rep's calendar without a login. */
    public void revoke(String rep) {
        database.sql("delete from planning_calendar where rep = ?").param(rep).update();
    }

    /** Since when there is an address; empty when there is none. */
    public Optional<Instant> since(String rep) {
        return database.sql("select created_at from planning_calendar where rep = ?")
                .param(rep)
                .query((row, number) -> row.getTimestamp("created_at").toInstant())
                .optional();
    }

    /** Whose calendar a secret opens. */
    Optional<String> repOf(String secret) {
        return database.sql("select rep from planning_calendar where secret = ?")
                .param(hash(secret))
                .query(String.class)
                .optional();
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
