package org.lotse.api.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import org.lotse.api.cli.Failed;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps an instance from starting on a database that was written with another master key: it could read nobody's records,
 * and would write what no other instance can read. The database holds a fingerprint of the key, made by the first start.
 */
final class KnownMasterKey {
    private static final byte[] FINGERPRINT = "fingerprint".getBytes(StandardCharsets.UTF_8);
    private static final int SHOWN = 8;

    private final JdbcClient database;
    private final Clock clock;

    KnownMasterKey(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Checks a key against the database, which notes the first one it sees.
     *
     * @throws Failed when the database was written with another key
     */
    void check(MasterKey master, SubjectKeys keys) {
        byte[] own = MasterKey.hash(master.derived("installation"), FINGERPRINT);
        if (stored().isEmpty() && opens(keys)) {
            database.sql("insert into installation_key (fingerprint, noted_at) values (?, ?) on conflict do nothing")
                    .param(own)
                    .param(Timestamp.from(clock.instant()))
                    .update();
        }
        Optional<byte[]> known = stored();
        if (known.isEmpty() || !MessageDigest.isEqual(known.get(), own)) {
            throw new Failed("The database was written with another master key"
                    + known.map(fingerprint -> " (fingerprint " + shown(fingerprint) + ")")
                            .orElse("")
                    + " than this instance has (fingerprint " + shown(own)
                    + "). Maybe set LOTSE_MASTER_KEY to the key of the other instances, or start with the data directory"
                    + " whose master.key it was.");
        }
    }

    private Optional<byte[]> stored() {
        return database.sql("select fingerprint from installation_key")
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    /** Databases of earlier versions have no fingerprint yet, but keys of subjects that can be tried. */
    private boolean opens(SubjectKeys keys) {
        return database.sql("select wrapped from subject_key order by number limit 1")
                .query((row, number) -> row.getBytes(1))
                .optional()
                .map(keys::opens)
                .orElse(true);
    }

    private static String shown(byte[] fingerprint) {
        return HexFormat.of().formatHex(fingerprint, 0, SHOWN / 2);
    }
}
