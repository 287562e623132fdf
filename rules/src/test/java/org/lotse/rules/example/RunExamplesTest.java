package org.lotse.rules.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.lotse.engine.rule.RowRef;
import org.lotse.rules.Bundles;
import org.lotse.rules.check.CheckRules;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.read.RuleBundle;

class RunExamplesTest {
    private static final RuleBundle RULES = Bundles.table(
            "first", "Name,Lead score from,Consent for phone is,=> Channel", "call,1,yes,Call", "mail,,,E-mail");

    @Test
    void aRowOfExamplesPassesWhenAllItExpectsComesOut() {
        ExampleReport report = run(examples("rich,5,yes,Call,call", "poor,0,yes,E-mail,mail"));

        assertThat(report.findings()).isEmpty();
        assertThat(report.passed()).isTrue();
        assertThat(report.tests()).extracting(ExampleReport.Test::name).containsExactly("rich", "poor");
    }

    @Test
    void whatIsNotMetIsNamedAtItsCellInBothLanguages() {
        ExampleReport report = run(examples("rich,5,yes,E-mail,"));

        Finding failed = only(report, FindingCode.TEST_FAILED);
        assertThat(report.passed()).isFalse();
        assertThat(failed.place().shown()).isEqualTo("tests/channel.csv:D3");
        assertThat(failed.message())
                .contains("\"Channel\" is Call and should be E-mail")
                .contains("(call)");
        assertThat(failed.messageDe()).contains("„Kanal“ ist Anruf und soll E-Mail sein");
    }

    @Test
    void aRowThatNoExampleMakesFireIsNamed() {
        ExampleReport report = run(examples("poor,0,yes,E-mail,"));

        assertThat(report.coverage())
                .flatExtracting(Coverage::neverFired)
                .extracting(RowRef::name)
                .containsExactly("call");
        assertThat(only(report, FindingCode.ROW_NOT_TESTED).place().cell()).isEqualTo("A3");
    }

    @Test
    void aChangeThatNoExampleNoticesIsNamed() {
        RuleBundle rough = examples("rich,5,yes,Call,", "poor,0,yes,E-mail,");
        RuleBundle sharp = examples(
                "rich,1,yes,Call,", "poor,0.95,yes,E-mail,", "asked nobody,5,,E-mail,", "refused,5,no,E-mail,");

        ExampleReport.Sensitivity before = run(rough).sensitivity().orElseThrow();
        ExampleReport.Sensitivity after = run(sharp).sensitivity().orElseThrow();

        assertThat(before.unnoticed()).anySatisfy(change -> {
            assertThat(change.place().cell()).isEqualTo("B3");
            assertThat(change.en()).isEqualTo("Lead score: 1.1 instead of 1");
            assertThat(change.de()).isEqualTo("Lead-Score: 1,1 statt 1");
        });
        assertThat(after.score()).isEqualTo(1).isGreaterThan(before.score());
    }

    @Test
    void aScenarioIsReadInGermanAndInEnglish() {
        ExampleReport report = run(RULES.with("tests/kanal.feature", Bundles.bytes("""
                        # language: de
                        Funktionalität: Kanal
                          Szenariogrundriss: Mit Einwilligung
                            Angenommen ein Kunde mit Lead-Score <Score>, Einwilligung Telefon ja
                            Wenn der Kanal entschieden wird
                            Dann ist der Kanal "<Kanal>"
                            Beispiele:
                              | Score | Kanal  |
                              | 1,5   | Anruf  |
                              | 0,5   | Anruf  |
                        """))
                .with("tests/channel.feature", Bundles.bytes("""
                        Feature: Channel
                          Scenario: Who has potential is called
                            Given a customer with Lead score 1.5 and Consent for phone yes
                            When the channel is decided
                            Then the Channel is "Call"
                            And the reason names the row "call"
                        """)));

        assertThat(report.tests()).hasSize(3);
        assertThat(report.passedTests()).isEqualTo(2);
        assertThat(only(report, FindingCode.TEST_FAILED).place().line()).isEqualTo(10);
    }

    @Test
    void anUnknownStepIsAnsweredByTheNearestKnownOne() {
        ExampleReport report = run(feature("Then the Chanel becomes nice"));

        assertThat(only(report, FindingCode.NOT_UNDERSTOOD).message()).contains("Maybe you meant: the ");
        assertThat(report.tests()).isEmpty();
    }

    @Test
    void nothingButTermsAndDecisionsCanBeCalled() {
        for (String step : List.of(
                "Then System.exit(0)",
                "Then the ${T(java.lang.Runtime).getRuntime().exec('id')} is \"0\"",
                "Given a customer with Lead score 1); System.exit(0)",
                "When the ../../etc/passwd is decided",
                "Then the reason names the row \"call\"\n      \"\"\"\n      code\n      \"\"\"")) {
            ExampleReport report = run(feature(step));

            assertThat(report.passed()).as(step).isFalse();
            assertThat(report.tests()).as(step).isEmpty();
        }
    }

    @Test
    void anExpectationBeforeAnyDecisionIsRefused() {
        ExampleReport report = run(RULES.with("tests/a.feature", Bundles.bytes("""
                Feature: a
                  Scenario: b
                    Given a customer with Lead score 1
                    Then the Channel is "Call"
                """)));

        assertThat(only(report, FindingCode.NOT_UNDERSTOOD).message()).contains("before anything was decided");
    }

    @Test
    void whatIsLinkedIsSpokenAboutBeforeOrInColumnsOfItsOwn() {
        RuleBundle rules = Bundles.tableAbout(
                "claim", "en", "first", "holder.tickets from,Claim kind is,=> Skill fit", "2,pipe,5", ",,3");
        ExampleReport report = run(rules.with(
                        "vocabulary.yaml",
                        Bundles.bytes(new String(rules.file("vocabulary.yaml").orElseThrow(), UTF_8)
                                .replace(
                                        "decisions:\n",
                                        "decisions:\n  fit: {subject: claim, kind: rules, outputs: [urgent]}\n")
                                .replace(
                                        "kind:     {title: {en: Claim kind",
                                        "urgent: {title: {en: Urgency, de: Eile}, type: number, from: rules}\n      "
                                                + "kind:     {title: {en: Claim kind")))
                .with("tables/test.csv", Bundles.bytes("""
                        Table,test,Hit policy,first,Subject,claim,Language,en
                        holder.tickets from,Claim kind is,=> Urgency
                        2,pipe,5
                        ,,3
                        """))
                .with("tests/a.feature", Bundles.bytes("""
                        Feature: a
                          Scenario: who complains a lot does not wait
                            Given a customer with Tickets 2
                            And a claim with Claim kind pipe
                            When the fit is decided
                            Then the Urgency is "5"
                        """))
                .with("tests/claims.csv", Bundles.bytes("""
                        Examples,claims,Decision,fit,Language,en
                        holder Tickets,Claim kind,=> Urgency
                        2,pipe,5
                        1,pipe,3
                        2,car,3
                        ,pipe,3
                        """)));

        assertThat(report.findings()).isEmpty();
        assertThat(report.tests()).hasSize(5).allMatch(ExampleReport.Test::passed);
        assertThat(report.sensitivity().orElseThrow().score()).isGreaterThan(0.9);
    }

    @Test
    void examplesLieInTheSameWorkbookAsTheirTable() throws IOException {
        ExampleReport report = run(Bundles.plain().with("tables/test.xlsx", workbook()));

        assertThat(report.findings()).isEmpty();
        assertThat(report.tests()).hasSize(2).allMatch(ExampleReport.Test::passed);
    }

    @Test
    void rulesWithErrorsAreNotTried() {
        ExampleReport report = run(examples("rich,5,yes,Call,").with("tables/bad.csv", Bundles.bytes("nonsense")));

        assertThat(report.passed()).isFalse();
        assertThat(report.findings()).extracting(Finding::code).contains(FindingCode.NOT_UNDERSTOOD);
    }

    @Test
    void aDamagedFeatureIsNamedAtItsLine() {
        ExampleReport report = run(
                RULES.with("tests/a.feature", Bundles.bytes("Feature: a\n  Scenario: b\n    Given x\n  nonsense\n")));

        assertThat(only(report, FindingCode.NOT_UNDERSTOOD).place().line()).isEqualTo(4);
    }

    private static RuleBundle examples(String... rows) {
        return RULES.with(
                "tests/channel.csv",
                Bundles.bytes("Examples,channel,Decision,channel,Language,en\n"
                        + "Name,Lead score,Consent for phone,=> Channel,=> Row\n"
                        + String.join("\n", rows)
                        + "\n"));
    }

    private static RuleBundle feature(String step) {
        return RULES.with("tests/a.feature", Bundles.bytes("""
                Feature: a
                  Scenario: b
                    Given a customer with Lead score 1
                    When the channel is decided
                    %s
                """.formatted(step)));
    }

    private static byte[] workbook() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            fill(
                    workbook.createSheet("Channel"),
                    List.of("Table", "channel", "Hit policy", "first", "Language", "de"),
                    List.of("Name", "Lead-Score ab", "=> Kanal"),
                    List.of("anrufen", 0.5, "Anruf"),
                    List.of("schreiben", "", "E-Mail"));
            fill(
                    workbook.createSheet("Beispiele"),
                    List.of("Beispiele", "Kanal", "Entscheidung", "Kanal", "Sprache", "de"),
                    List.of("Name", "Lead-Score", "=> Kanal"),
                    List.of("mit Potenzial", 0.5, "Anruf"),
                    List.of("ohne", 0.49, "E-Mail"));
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static void fill(Sheet sheet, List<?>... rows) {
        for (int at = 0; at < rows.length; at++) {
            Row row = sheet.createRow(at);
            for (int column = 0; column < rows[at].size(); column++) {
                Object value = rows[at].get(column);
                if (value instanceof Double number) {
                    row.createCell(column).setCellValue(number);
                } else {
                    row.createCell(column).setCellValue(value.toString());
                }
            }
        }
    }

    private static Finding only(ExampleReport report, FindingCode code) {
        List<Finding> found = report.findings().stream()
                .filter(finding -> finding.code() == code)
                .toList();
        assertThat(found).as("%s", report.findings()).hasSize(1);
        return found.getFirst();
    }

    private static ExampleReport run(RuleBundle bundle) {
        return new RunExamples(
                        new CheckRules(), new RunExamples.Limits(Duration.ofSeconds(60), Duration.ofSeconds(60), 1_000))
                .run(bundle, LocalDate.of(2026, 11, 21), (share, examples) -> {});
    }
}
