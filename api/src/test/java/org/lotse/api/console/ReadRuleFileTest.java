package org.lotse.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Place;
import org.lotse.rules.finding.Severity;

class ReadRuleFileTest {
    private static final String TABLE = "Table,lead-score,Hit policy,collect\nTenure from,=> Lead score\n12,5\n24,10\n";

    private final ReadRuleFile reading = new ReadRuleFile(Locale.GERMAN);

    @Test
    void showsATableWithHeadingAndRows() {
        RuleFileView file = reading.read("tables/lead.csv", bytes(TABLE), Optional.empty(), List.of());

        RuleFileView.Sheet sheet = file.sheets().getFirst();
        assertThat(file.title()).isEqualTo("Lead score");
        assertThat(sheet.heading()).extracting(RuleFileView.Cell::text).containsExactly("Tenure from", "=> Lead score");
        assertThat(sheet.heading().get(1).concludes()).isTrue();
        assertThat(sheet.rows()).extracting(RuleFileView.Row::number).containsExactly(3, 4);
    }

    @Test
    void putsAFindingBesideItsCellInTheReadersLanguage() {
        Finding finding = new Finding(
                Severity.ERROR,
                Place.ofCell("tables/lead.csv", "", 1, 3),
                FindingCode.WRONG_TYPE,
                "a number is needed",
                "eine Zahl ist nötig",
                Optional.empty());

        RuleFileView file = reading.read("tables/lead.csv", bytes(TABLE), Optional.empty(), List.of(finding));

        assertThat(file.sheets().getFirst().rows().getFirst().cells().getFirst().told())
                .extracting(RuleFileView.Told::text)
                .containsExactly("eine Zahl ist nötig");
        assertThat(file.whole()).isEmpty();
    }

    @Test
    void marksWhatHasChanged() {
        byte[] before = bytes(TABLE.replace("24,10", "24,9"));

        RuleFileView file = reading.read("tables/lead.csv", bytes(TABLE), Optional.of(before), List.of());

        List<RuleFileView.Row> rows = file.sheets().getFirst().rows();
        assertThat(rows).extracting(RuleFileView.Row::changed).containsExactly(false, true);
        assertThat(rows.getLast().cells().getLast().before()).contains("9");
    }

    @Test
    void showsSentencesLineByLine() {
        Finding finding = new Finding(
                Severity.WARNING,
                Place.ofLine("sentences/a.de.rules", 2),
                FindingCode.NOT_UNDERSTOOD,
                "not understood",
                "nicht verstanden",
                Optional.empty());

        RuleFileView file = reading.read(
                "sentences/a.de.rules", bytes("Name:\n  Wenn etwas ist.\n"), Optional.empty(), List.of(finding));

        assertThat(file.lines()).extracting(RuleFileView.Line::kind).containsExactly("name", "words");
        assertThat(file.lines().getLast().told()).hasSize(1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
