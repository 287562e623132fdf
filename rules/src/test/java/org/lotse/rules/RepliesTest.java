package org.lotse.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.reply.Occasion;
import org.lotse.engine.reply.Reply;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.Reading;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Value;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.read.RuleBundle;

class RepliesTest {
    private static final String HEADINGS = "Key,Intent,Language,Contract is,Text,Needs approval\n";
    private static final String PLAIN = "c-en,credit,en,,20 EUR for you.,no\nc-de,credit,de,,20 EUR für Sie.,no\n"
            + "k-en,care,en,,How are you?,no\nk-de,care,de,,Wie geht es Ihnen?,no\n";

    @Test
    void areSaidInTheLanguageAsked() {
        RuleSet rules = rules("");

        assertThat(said(rules, Language.EN, Map.of())).contains("c-en");
        assertThat(said(rules, Language.DE, Map.of())).contains("c-de");
    }

    @Test
    void areTakenForTheMostSpecialCase() {
        RuleSet rules = rules("y-en,credit,en,one year,20 EUR and thanks for the year.,yes\n");

        assertThat(said(rules, Language.EN, Map.of("contract", Value.choice("YEAR"))))
                .contains("y-en");
        assertThat(said(rules, Language.EN, Map.of("contract", Value.choice("MONTHLY"))))
                .contains("c-en");
        assertThat(said(rules, Language.EN, Map.of())).contains("c-en");
    }

    @Test
    void areNotSaidWithHoles() {
        RuleSet rules = rules("n-en,credit,en,one year,\"20 EUR for you in [City], [Contract].\",no\n");

        assertThat(said(rules, Language.EN, Map.of("contract", Value.choice("YEAR"))))
                .contains("c-en");
        assertThat(said(rules, Language.EN, Map.of("contract", Value.choice("YEAR"), "city", Value.text("Kiel"))))
                .contains("n-en");
    }

    @Test
    void areOneStringCutWhereValuesGo() {
        RuleSet rules = rules("n-en,credit,en,one year,Hello [City]!,no\n");

        assertThat(reply(rules, Language.EN, Map.of("contract", Value.choice("YEAR"), "city", Value.text("x")))
                        .orElseThrow()
                        .parts())
                .containsExactly(
                        new Reply.Words("Hello "), new Reply.Placeholder(TermPath.parse("city")), new Reply.Words("!"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            x,credits,en,,Text,no;                    B6; UNKNOWN_ACTION
            x,credit,fr,,Text,no;                     C6; NOT_UNDERSTOOD
            x,credit,en,weekly,Text,no;               D6; UNKNOWN_VALUE
            x,credit,en,,Text [Citty],no;             E6; UNKNOWN_TERM
            x,credit,en,,Text [City,no;               E6; NOT_UNDERSTOOD
            x,credit,en,,,no;                         E6; NOT_UNDERSTOOD
            x,credit,en,,Text,maybe;                  F6; WRONG_TYPE
            ,credit,en,,Text,no;                      A6; NOT_UNDERSTOOD
            c-en,credit,en,,Text,no;                  A6; DUPLICATE_KEY
            x,credit,en,,Risk [Churn risk],no;        E6; SECRET
            x,credit,en,,Rank [Percentile],no;        E6; SECRET
            x,credit,en,,Dear [Gender],no;            E6; SECRET
            x,credit,en,,You are [Mood],no;           E6; PURPOSE
            """)
    void haveTheirMistakesNamedByCell(String row, String cell, String code) {
        assertThat(Bundles.findings(bundle(row + "\n"))).anySatisfy(finding -> {
            assertThat(finding.place().file()).isEqualTo("replies.csv");
            assertThat(finding.place().cell()).isEqualTo(cell);
            assertThat(finding.code()).hasToString(code);
            assertThat(finding.message()).isNotEqualTo(finding.messageDe());
        });
    }

    @Test
    void neverGiveATierAway() {
        RuleBundle bundle = bundle("x,care,en,,Good morning high society,no\n");
        String vocabulary = new String(
                        bundle.file("vocabulary.yaml").orElseThrow(), java.nio.charset.StandardCharsets.UTF_8)
                .replace(
                        "de: Stufe}, type: choice, from: rules,",
                        "de: Stufe}, type: choice, from: rules, secret: true,");

        assertThat(Bundles.findings(bundle)).isEmpty();
        assertThat(Bundles.findings(bundle.with("vocabulary.yaml", Bundles.bytes(vocabulary))))
                .extracting(Finding::toString)
                .singleElement()
                .asString()
                .startsWith("replies.csv:E6: ERROR SECRET \"high\" gives away a value of \"Tier\"");
    }

    @Test
    void areMissedWhereAnActionHasNone() {
        RuleBundle bundle = Bundles.plain()
                .with("replies.csv", Bundles.bytes(HEADINGS + "c,credit,,,20 EUR,no\nk,care,de,,Wie geht es?,no\n"));

        assertThat(Bundles.findings(bundle))
                .extracting(Finding::toString)
                .containsExactly("replies.csv: WARNING NO_REPLY \"Care call\" has no text without conditions in the"
                        + " language EN. Maybe add a row to replies.csv.");
    }

    private static Optional<String> said(RuleSet rules, Language language, Map<String, Value> values) {
        return reply(rules, language, values).map(Reply::key);
    }

    private static Optional<Reply> reply(RuleSet rules, Language language, Map<String, Value> values) {
        SortedMap<TermPath, Reading> readings = new TreeMap<>();
        values.forEach((term, value) -> readings.put(TermPath.parse(term), new Reading.Known(value)));
        return rules.reply(new Occasion(
                new DecisionDeclaration.AmongActions("next-best-action", SubjectType.CUSTOMER),
                Optional.of(new ActionKey("credit")),
                new Terms(readings),
                language,
                Instant.parse("2026-06-17T10:00:00Z")));
    }

    private static RuleSet rules(String rows) {
        List<Finding> findings = Bundles.findings(bundle(rows));
        assertThat(findings).isEmpty();
        return Bundles.compiled(bundle(rows));
    }

    private static RuleBundle bundle(String rows) {
        return Bundles.plain().with("replies.csv", Bundles.bytes(HEADINGS + PLAIN + rows));
    }
}
