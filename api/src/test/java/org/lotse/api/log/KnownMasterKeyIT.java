package org.lotse.api.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lotse.api.cli.Failed;

class KnownMasterKeyIT {
    @TempDir
    private Path data = Path.of("");

    @Test
    void instanceWithTheSameKeyStartsAgain() throws InterruptedException {
        try (LogFixture log = new LogFixture(data)) {
            start(log, log.master);

            assertThatCode(() -> start(log, log.master)).doesNotThrowAnyException();
        }
    }

    @Test
    void instanceWithAnotherKeyRefusesToStart() throws InterruptedException {
        try (LogFixture log = new LogFixture(data)) {
            start(log, log.master);

            assertThatThrownBy(() -> start(log, another()))
                    .isInstanceOf(Failed.class)
                    .hasMessageContaining("another master key")
                    .hasMessageContaining("LOTSE_MASTER_KEY");
        }
    }

    @Test
    void databaseOfAnEarlierVersionIsKnownByTheKeysOfItsSubjects() throws InterruptedException {
        try (LogFixture log = new LogFixture(data)) {
            log.append("c-1");

            assertThatThrownBy(() -> start(log, another())).isInstanceOf(Failed.class);
            assertThatCode(() -> start(log, log.master)).doesNotThrowAnyException();
        }
    }

    @Test
    void fingerprintSaysNothingOfTheKey() throws InterruptedException {
        try (LogFixture log = new LogFixture(data)) {
            start(log, log.master);

            byte[] fingerprint = log.database
                    .sql("select fingerprint from installation_key")
                    .query((row, number) -> row.getBytes(1))
                    .single();
            assertThat(fingerprint).hasSize(32).isNotEqualTo(new byte[32]);
        }
    }

    private static SubjectKeys start(LogFixture log, MasterKey master) {
        return new LogWiring().subjectKeys(master, log.database, Clock.systemUTC());
    }

    private static MasterKey another() {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) 1);
        return new MasterKey(key);
    }
}
