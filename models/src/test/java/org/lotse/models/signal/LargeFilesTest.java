package org.lotse.models.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lotse.models.definition.ModelProblem;

/** Five million rows are too many for a small machine: told before it goes down, with the way out. */
class LargeFilesTest {
    private static final long MEMORY = 4_000_000;
    private static final byte[] LARGE =
            ("a,b\n" + "123456789,123456789\n".repeat(60_000)).getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void aFileThatDoesNotFitIsRefusedWithItsSizeAndTheWayOut() throws IOException {
        Path file = Files.write(folder.resolve("large.csv"), LARGE);

        assertThatThrownBy(() -> new ReadCsv(MEMORY).read(file))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContainingAll("large.csv", "1 MB", "4 MB", "-Xmx", "sample");
        assertThat(new ReadCsv(MEMORY * 2).read(file).rows()).isEqualTo(60_000);
    }

    @Test
    void soIsOneThatIsSmallOnlyAsLongAsItIsPacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
            packing.write(LARGE);
        }

        assertThat(packed.size()).isLessThan(100_000);
        assertThatThrownBy(() -> new ReadCsv(MEMORY).read("large.csv.gz", packed.toByteArray()))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("large.csv.gz");
    }
}
