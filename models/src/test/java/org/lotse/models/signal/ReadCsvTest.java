package org.lotse.models.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.lotse.models.definition.ModelProblem;

class ReadCsvTest {
    private static Table read(String text) {
        return new ReadCsv().read("data.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void findsTheSeparatorAndTakesBlanksAsMissing() {
        Table table = read("\uFEFFa;b\n1,5; \n2,5;\"x;y\"\n");

        assertThat(table.rows()).isEqualTo(2);
        assertThat(table.require("a", "test").text(0)).isEqualTo("1,5");
        assertThat(table.require("b", "test").text(0)).isNull();
        assertThat(table.require("b", "test").text(1)).isEqualTo("x;y");
    }

    @Test
    void readsGzipAndWindows1252() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("Straße,n\nMüllerweg,1\n".getBytes(Charset.forName("windows-1252")));
        }

        Table table = new ReadCsv().read("data.csv.gz", packed.toByteArray());

        assertThat(table.require("Straße", "test").text(0)).isEqualTo("Müllerweg");
    }

    @Test
    void namesWhatIsWrong() {
        assertThatThrownBy(() -> read("")).isInstanceOf(ModelProblem.class).hasMessageContaining("empty");
        assertThatThrownBy(() -> read("a,b\n")).hasMessageContaining("no rows");
        assertThatThrownBy(() -> read("a,a\n1,2\n")).hasMessageContaining("\"a\" twice");
        assertThatThrownBy(() -> read("a,b\n1,2\n1,2,3\n")).hasMessageContaining("line 3");
        assertThatThrownBy(() -> new ReadCsv().read(Path.of("no-such.csv")))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("no-such.csv");
        assertThatThrownBy(() -> new ReadCsv().read("x.gz", new byte[] {0x1f, (byte) 0x8b, 1, 2}))
                .hasMessageContaining("damaged gzip");
    }
}
