package org.lotse.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lotse.rules.Asking.verify;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lotse.rules.drools.DroolsRules;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.read.RuleBundle;

class FindingsTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            Leed score from;        5;       A2; UNKNOWN_TERM
            Lead score contains;    5;       A2; WRONG_TYPE
            Lead score wibble;      5;       A2; NOT_UNDERSTOOD
            City before;            5;       A2; WRONG_TYPE
            Lead score from;        five;    A3; WRONG_TYPE
            Lead score from;        0x10;    A3; WRONG_TYPE
            Lead score from;        NaN;     A3; WRONG_TYPE
            Lead score from;        1e400;   A3; WRONG_TYPE
            Lead score from;        '5,5,';  A3; WRONG_TYPE
            Lead score from;        500;     A3; OUT_OF_RANGE
            Churn risk from;        1.5;     A3; OUT_OF_RANGE
            Churn risk from;        5 EUR;   A3; WRONG_TYPE
            Contract is;            weekly;  A3; UNKNOWN_VALUE
            Consent for phone is;   maybe;   A3; WRONG_TYPE
            Customer since before;  2026-02-30; A3; WRONG_TYPE
            Customer since before;  24.12.2026; A3; WRONG_TYPE
            Lead score from;        [No such]; A3; UNKNOWN_TERM
            Lead score from;        [City];  A3; WRONG_TYPE
            Lead score from;        =1+1;    A3; WRONG_TYPE
            Lead score from;        1) System.exit(0) // ; A3; WRONG_TYPE
            Action is;              unknown; A3; UNKNOWN_ACTION
            Group is;               unknown; A3; UNKNOWN_GROUP
            Lеad score from;        5;       A2; UNKNOWN_TERM
            """)
    void nameTheCell(String heading, String cell, String place, FindingCode code) {
        RuleBundle bundle = Bundles.table("first", "\"" + heading + "\",=> Channel", "\"" + cell + "\",Call");

        assertThat(Bundles.findings(bundle)).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.place().cell()).isEqualTo(place);
            assertThat(finding.place().file()).isEqualTo("tables/test.csv");
            assertThat(finding.message()).isNotBlank().isNotEqualTo(finding.messageDe());
        });
    }

    @Test
    void suggestWhatMayHaveBeenMeant() {
        assertThat(Bundles.findings(Bundles.table("first", "Leed score from,=> Channel", "1,Call")))
                .extracting(Finding::toString)
                .contains(
                        "tables/test.csv:A2: ERROR UNKNOWN_TERM \"Leed score\" is not in the vocabulary. Maybe you meant"
                                + " \"Lead score\".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "calc 1) ; System.exit(0)",
                "calc Runtime.getRuntime()",
                "calc [Lead score].getClass()",
                "calc ((((((((((((((((((((((((((((((((((((((((((((((1))))))))))))))))))))))))))))))))))))))))))))))",
                "calc round(1, 2)",
                "calc min()",
                "calc 1 +",
                "calc [Lead score",
                "calc 1e9",
                "calc eval(\"\"1\"\")"
            })
    void refuseCalculationsThatAreNone(String cell) {
        assertThat(Bundles.findings(Bundles.table("first", "=> Points", "\"" + cell + "\"")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"; eval(true); //",
                "\\\" ) then System.exit(0); end rule \\\"x",
                "${jndi:ldap://x}",
                "$f : RowFact( eval( true ) )",
                "' or 1=1",
                "</script>",
                "\\u0022",
                "end\nrule \"x\" when then System.exit(0); end"
            })
    void takeHostileTextAsText(String text) {
        RuleBundle bundle = Bundles.table(
                "first",
                "Name,City is,=> Channel",
                "\"" + text.replace("\"", "\"\"") + "\",\"" + text.replace("\"", "\"\"") + "\",Call");
        DroolsRules rules = Bundles.compiled(bundle);

        verify(rules).given("city", text).decides("channel", "CALL").because(text);
        verify(rules).given("city", "Kiel").leavesOpen("channel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.drl", "tables/x.xls", "tables/x.XLSM", "x.java", "x.dmn", "sentences/x.dslr"})
    void refuseFilesThatCanHoldCode(String path) {
        assertThat(Bundles.findings(Bundles.plain().with(path, new byte[] {1, 2})))
                .anyMatch(finding -> finding.code() == FindingCode.CODE_REFUSED
                        && finding.place().file().equals(path));
    }

    @Test
    void refuseDamagedFiles() {
        assertThat(codes(Bundles.plain().with("tables/x.xlsx", Bundles.bytes("no zip"))))
                .contains(FindingCode.FILE_DAMAGED);
        assertThat(codes(Bundles.plain().with("tables/x.csv", Bundles.bytes("Table,\"x\nA,B"))))
                .contains(FindingCode.FILE_DAMAGED);
        assertThat(codes(Bundles.plain().with("tables/x.csv", new byte[] {'a', 0, 'b'})))
                .contains(FindingCode.FILE_DAMAGED);
        assertThat(codes(Bundles.plain().with("vocabulary.yaml", Bundles.bytes("subjects: {a: [}"))))
                .contains(FindingCode.FILE_DAMAGED);
        assertThat(codes(Bundles.plain()
                        .with("settings.yaml", Bundles.bytes("a: &a [*a, *a]\nb: !!java.lang.Thread {}"))))
                .isNotEmpty();
        assertThat(codes(Bundles.plain().without("settings.yaml"))).contains(FindingCode.MISSING_FILE);
    }

    @Test
    void saysThatAFileWasReadAsWindows1252() {
        byte[] latin =
                "Tabelle;x;Trefferregel;erste;Gegenstand;Kunde;Sprache;de\nKündigungsrisiko ab;=> Kanal\n0,5;Anruf\n"
                        .getBytes(Charset.forName("windows-1252"));
        RuleBundle bundle = Bundles.plain().with("tables/x.csv", latin);

        assertThat(codes(bundle)).containsExactly(FindingCode.ENCODING);
        verify(bundle).given("churn", "0.5").decides("channel", "CALL");
    }

    @Test
    void findRowsThatAreNeverHit() {
        assertThat(Bundles.findings(
                        Bundles.table("first", "Lead score from,=> Channel", "1,Call", "5,E-mail", ",Call")))
                .extracting(Finding::toString)
                .anyMatch(text -> text.startsWith("tables/test.csv:A4: WARNING UNREACHABLE_ROW"));
        assertThat(codes(Bundles.table("collect", "Lead score from,Lead score below,=> Use channel", "5,4,E-mail")))
                .containsExactly(FindingCode.UNREACHABLE_ROW);
    }

    @Test
    void findGapsAndOverlaps() {
        assertThat(new org.lotse.rules.check.CheckRules()
                        .check(Bundles.table(
                                "first", "Lead score below,Lead score from,=> Channel", "1,,Call", ",3,E-mail")))
                .extracting(Finding::message)
                .contains("No row is hit when Lead score is between 1 and 3; then \"Channel\" has no value.");
        assertThat(Bundles.findings(Bundles.table(
                        "unique", "Lead score from,Lead score up to,=> Channel", "1,3,Call", "3,5,E-mail")))
                .extracting(Finding::toString)
                .contains(
                        "tables/test.csv:A4: ERROR OVERLAP Rows 3 and 4 are both hit when Lead score is 3, but the table"
                                + " says that only one may be.");
    }

    @Test
    void findWhatDoesNotFitTogetherAcrossFiles() {
        assertThat(codes(Bundles.table("first", "Channel is,=> Channel", "Call,E-mail")))
                .contains(FindingCode.TERM_CYCLE);
        assertThat(codes(Bundles.table("first", "=> Channel", "Call")
                        .with("tables/b.csv", Bundles.bytes("Table,b,Hit policy,first\n=> Channel\nCall\n"))))
                .contains(FindingCode.WRITTEN_TWICE);
        assertThat(codes(Bundles.table("first", "Mood is,=> Channel", "sad,Call")))
                .contains(FindingCode.PURPOSE);
        assertThat(codes(Bundles.table("collect", "Action is,Gender is,=> Eligible", "credit,x,no")))
                .contains(FindingCode.SENSITIVE);
        assertThat(codes(Bundles.table("first", "=> Lead score", "5"))).contains(FindingCode.NOT_WRITABLE);
        assertThat(codes(Bundles.table("first", "Valid from,Valid until,=> Channel", "2026-02-01,2026-01-01,Call")))
                .contains(FindingCode.BAD_DATE_RANGE);
        assertThat(codes(Bundles.table("first", "=> Channel"))).contains(FindingCode.EMPTY_TABLE);
        assertThat(codes(Bundles.plain()
                        .with(
                                "settings.yaml",
                                Bundles.bytes("currency: EUR\nzone: Europe/Berlin\nfallback-action: credit\n"))))
                .contains(FindingCode.NO_FALLBACK_ACTION);
    }

    @Test
    void findNothingInACompleteBundle() {
        assertThat(Bundles.findings(Bundles.plain())).isEmpty();
    }

    @Test
    void areWordedInBothLanguages() {
        ResourceBundle english = ResourceBundle.getBundle("org.lotse.rules.findings", Locale.ENGLISH);
        ResourceBundle german = ResourceBundle.getBundle("org.lotse.rules.findings", Locale.GERMAN);

        assertThat(german.keySet()).isEqualTo(english.keySet());
    }

    private static List<FindingCode> codes(RuleBundle bundle) {
        return Bundles.findings(bundle).stream().map(Finding::code).toList();
    }
}
