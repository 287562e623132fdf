package org.lotse.api.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lotse.api.Lotse;
import org.lotse.api.cli.ExitCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DuplicatesCommandTest {
    private static final List<String> CUSTOMERS = List.of(
            "nr;wessen;art;vorname;nachname;strasse;hausnummer;plz;ort;telefon;email;geburtsdatum",
            "1;a;privat;Jürgen;Müller;Lindenstraße;4;50667;Köln;0221 445566;jm@example.org;14.03.1958",
            "2;a;privat;Mueller;Jürgen;Lindenstr.;4;50667;Koeln;+49 221 445566;;03.14.1958",
            "3;b;privat;Ingrid;Müller;Lindenstraße;4;50667;Köln;0221 445566;ingrid@example.org;02.05.1960",
            "4;c;geschäftlich;Jürgen;Müller;Lindenstraße;4;50667;Köln;0221 445566;jm@example.org;14.03.1958",
            "5;d;privat;Otto;Brandt;Ahornweg;9;28195;Bremen;0421 998877;;");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path data = Path.of("");

    @BeforeEach
    void write() throws IOException {
        data = folder.resolve("kunden.csv");
        Files.write(data, CUSTOMERS);
    }

    @Test
    void findsPairsByGermanHeadings() {
        int code = lotse("find", "--data", data.toString(), "--only-duplicates");

        assertThat(code).as("%s", err).isEqualTo(ExitCode.OK);
        assertThat(out.toString().lines())
                .hasSize(2)
                .anySatisfy(line ->
                        assertThat(line).startsWith("1,2,").contains(",yes,").contains("NAME_ORDER=SWAPPED"));
    }

    @Test
    void learnsFromATruthAndUsesWhatItLearned() {
        Path model = folder.resolve("model/learned.yaml");

        assertThat(lotse("train", "--data", data.toString(), "--truth", "wessen", "--out", model.toString()))
                .as("%s", err)
                .isEqualTo(ExitCode.OK);
        int code = lotse("evaluate", "--data", data.toString(), "--truth", "wessen", "--model", model.toString());

        assertThat(code).as("%s", err).isEqualTo(ExitCode.OK);
        JsonNode report = JsonMapper.shared().readTree(out.toString());
        assertThat(report.at("/f1").asDouble()).isEqualTo(1);
        assertThat(report.at("/privateWithBusiness").asInt()).isZero();
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        assertThat(lotse("find", "--data", folder.resolve("none.csv").toString()))
                .isEqualTo(ExitCode.WRONG_USE);
        assertThat(err.toString()).contains("none.csv");
        assertThat(lotse("find", "--data", data.toString(), "--id", "art")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err.toString()).contains("Row 2").contains("--id");
        assertThat(lotse("find", "--data", data.toString(), "--column", "SHOE_SIZE=ort"))
                .isEqualTo(ExitCode.WRONG_USE);
        assertThat(err.toString()).contains("SHOE_SIZE").contains("FAMILY_NAME");
        assertThat(lotse("evaluate", "--data", data.toString(), "--truth", "wessen", "--labels", "many"))
                .isEqualTo(ExitCode.WRONG_USE);
        Path damaged = Files.writeString(folder.resolve("damaged.yaml"), "version: 1\n");
        assertThat(lotse("find", "--data", data.toString(), "--model", damaged.toString()))
                .isEqualTo(ExitCode.NEGATIVE);
        assertThat(err.toString()).contains("lotse duplicates train");
    }

    private int lotse(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "duplicates";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Lotse.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
    }
}
