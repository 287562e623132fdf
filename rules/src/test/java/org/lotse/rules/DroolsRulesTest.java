package org.lotse.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lotse.rules.Asking.verify;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.Conclusion;
import org.lotse.engine.rule.Judgement;
import org.lotse.engine.rule.Layer;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.rule.Verdict;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;
import org.lotse.rules.drools.DroolsRules;

class DroolsRulesTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            Lead score is;        5;          score;    5;     5.1
            Lead score is;        5 | 6;      score;    6;     7
            Lead score is not;    5;          score;    4;     5
            Lead score is not;    5 | 6;      score;    4;     6
            Lead score is one of; 5 | 6;      score;    5;     4
            Lead score is none of; 5 | 6;     score;    4;     5
            Lead score from;      5;          score;    5;     4.999
            Lead score above;     5;          score;    5.001; 5
            Lead score up to;     5;          score;    5;     5.001
            Lead score below;     5;          score;    4.999; 5
            Monthly charge from;  20 EUR;     fee;      20;    19.99
            Churn risk above;     50 %;       churn;    0.51;  0.5
            Percentile from;      90;         top;      90;    89.9
            Tickets from;         2;          tickets;  2;     1
            Days since purchase below; 2 weeks; since;  13;    14
            Contract is;          monthly;    contract; MONTHLY; YEAR
            Contract is not;      monthly;    contract; YEAR;  MONTHLY
            Contract is one of;   monthly | none; contract; NONE; YEAR
            Contract is none of;  monthly | none; contract; YEAR; NONE
            Consent for phone is; yes;        consent;  yes;   no
            City is;              Kiel;       city;     Kiel;  kiel
            City contains;        *BURG;      city;     Flensburg; Kiel
            City contains;        Ham* | flens*; city;  Flensburg; Kiel
            City contains;        Berlin;     city;     Stadt BERLIN; Berlinchen
            City starts with;     ki;         city;     Kiel;  Neukiel
            Customer since is;    2026-01-01; joined;   2026-01-01; 2026-01-02
            Customer since before; 2026-01-01; joined;  2025-12-31; 2026-01-01
            Customer since after; 2026-01-01; joined;   2026-01-02; 2026-01-01
            Customer since from;  2026-01-01; joined;   2026-01-01; 2025-12-31
            Customer since up to; 2026-01-01; joined;   2026-01-01; 2026-01-02
            Customer since within the last; 30; joined; 2026-05-16; 2026-05-15
            Lead score from;      [Other score]; score;   7;     6.9
            """)
    void comparesByEveryOperator(String heading, String cell, String term, String hit, String miss) {
        DroolsRules rules =
                Bundles.compiled(Bundles.table("first", "Name," + heading + ",=> Channel", "row," + cell + ",Call"));

        verify(rules)
                .given("other", "7")
                .given(term, hit)
                .decides("channel", "CALL")
                .because("row");
        verify(rules).given("other", "7").given(term, miss).leavesOpen("channel");
        verify(rules).given("other", "7").leavesOpen("channel");
    }

    @Test
    void tellsGivenFromMissing() {
        DroolsRules rules = Bundles.compiled(Bundles.table(
                "first", "Name,City is missing,City is given,=> Channel", "a,yes,,Call", "b,,yes,E-mail"));

        verify(rules).decides("channel", "CALL").because("a");
        verify(rules).given("city", "Kiel").decides("channel", "EMAIL").because("b");
    }

    @Test
    void takesTheFirstRowOrAllRowsAsTheHitPolicySays() {
        String[] rows = {"Name,Lead score from,=> Points", "a,1,10", "b,2,5", "c,9,calc [Lead score] * 2"};

        verify(Bundles.table("first", rows))
                .given("score", "3")
                .decides("points", "10")
                .because("a");
        verify(Bundles.table("sum", rows))
                .given("score", "3")
                .decides("points", "15")
                .because("a", "b");
        verify(Bundles.table("sum", rows))
                .given("score", "10")
                .decides("points", "35")
                .because("a", "b", "c");
        verify(Bundles.table("sum", rows))
                .given("score", "0")
                .decides("points", "0")
                .because();
    }

    @Test
    void saysWhenTwoRowsOfAUniqueTableAreHit() {
        Judgement judgement = verify(Bundles.table(
                        "unique", "Name,City contains,City starts with,=> Channel", "a,*burg,,Call", "b,,F,E-mail"))
                .given("city", "Flensburg")
                .judged();

        assertThat(judgement.degraded()).containsExactly("UNIQUE_TABLE_HIT_TWICE:tables/test.csv");
    }

    @Test
    void concludesTermsBeforeTheyAreRead() {
        DroolsRules rules = Bundles.compiled(Bundles.table("first", "Tier is,=> Channel", "high,Call", "low,E-mail")
                .with("tables/z.csv", Bundles.bytes("Table,z,Hit policy,first\nPoints from,=> Tier\n10,high\n,low\n"))
                .with("tables/zz.csv", Bundles.bytes("Table,z,Hit policy,sum\nLead score from,=> Points\n1,10\n")));

        verify(rules).given("score", "2").decides("channel", "CALL");
        verify(rules).given("score", "0").decides("channel", "EMAIL");
        verify(rules).given("tier", "HIGH").decides("channel", "CALL");
    }

    @Test
    void asksRowsOnlyWhileTheyAreValid() {
        DroolsRules rules = Bundles.compiled(
                Bundles.table("first", "Valid from,Valid until,=> Channel", "2026-06-01,2026-06-30,Call", ",,E-mail"));

        verify(rules).at("2026-05-31T21:59:59Z").decides("channel", "EMAIL");
        verify(rules).at("2026-05-31T22:00:00Z").decides("channel", "CALL");
        verify(rules).at("2026-06-30T21:59:59Z").decides("channel", "CALL");
        verify(rules).at("2026-06-30T22:00:00Z").decides("channel", "EMAIL");
    }

    @Test
    void namesTheCellThatWasInTheWay() {
        Conclusion conclusion = verify(Bundles.table(
                        "first", "Name,Lead score from,Contract is,=> Channel", "a,5,monthly,Call", "b,7,none,E-mail"))
                .given("score", "4")
                .given("contract", "MONTHLY")
                .conclusion("channel");

        assertThat(conclusion.nearest()).extracting(near -> near.row().name()).containsExactly("a", "b");
        assertThat(conclusion.nearest().getFirst().comparisons().getFirst()).satisfies(comparison -> {
            assertThat(comparison.cell()).isEqualTo("B3");
            assertThat(comparison.operator()).isEqualTo(Operator.FROM);
            assertThat(comparison.needed()).containsExactly(Value.of(5));
            assertThat(comparison.read()).contains(Value.of(4));
            assertThat(comparison.met()).isFalse();
        });
    }

    @Test
    void judgesActionsLayerByLayer() {
        DroolsRules rules = Bundles.compiled(Bundles.table(
                "collect",
                "Name,Action is,Group is,Lead score from,Contract is,=> Eligible,=> Suitable",
                "yes by score,credit,,5,,yes,",
                "never monthly,,retention,,monthly,,no"));

        assertThat(verdicts(verify(rules).given("score", "4").action("credit"), "credit"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Verdict.NotAllowed.class,
                        verdict -> assertThat(verdict.nearest().row().name()).isEqualTo("yes by score"));
        assertThat(verdicts(verify(rules).given("score", "5").action("credit"), "credit"))
                .hasSize(3)
                .allMatch(verdict -> verdict instanceof Verdict.Passed);
        assertThat(verdicts(
                                verify(rules)
                                        .given("score", "5")
                                        .given("contract", "MONTHLY")
                                        .action("credit"),
                                "credit")
                        .getLast())
                .isInstanceOfSatisfying(Verdict.Forbidden.class, verdict -> {
                    assertThat(verdict.layer()).isEqualTo(Layer.SUITABILITY);
                    assertThat(verdict.by().row().name()).isEqualTo("never monthly");
                });
        assertThat(verdicts(verify(rules).given("contract", "MONTHLY").action("care"), "care"))
                .allMatch(verdict -> verdict instanceof Verdict.Passed);
    }

    @Test
    void keepsStandInsOutOfEligibilityUnlessTheVocabularyAllowsThem() {
        DroolsRules rules = Bundles.compiled(Bundles.table(
                "collect",
                "Action is,Monthly charge from,Firm charge from,=> Eligible",
                "credit,10,,yes",
                "care,,10,yes"));
        Asking asking = verify(rules)
                .estimated("fee", "30")
                .estimated("firm-fee", "30")
                .action("credit")
                .action("care");

        assertThat(verdicts(asking, "credit").getFirst()).isInstanceOf(Verdict.NotAllowed.class);
        assertThat(verdicts(asking, "care").getFirst()).isInstanceOf(Verdict.Passed.class);
    }

    @Test
    void judgesCandidatesThatAreSubjects() {
        DroolsRules rules = Bundles.compiled(
                Bundles.tableAbout(
                                "claim",
                                "en",
                                "first",
                                "Claim kind is,jurist.skills contains,=> Skill fit",
                                "water,WATER,5")
                        .with(
                                "tables/free.csv",
                                Bundles.bytes(
                                        "Table,free,Hit policy,collect,Subject,claim\nJurist: Available is,=> Eligible\nyes,yes\n")));

        Judgement judgement = verify(rules, new SubjectType("claim"))
                .given("kind", "water")
                .candidate("jurist/a", "jurist.skills", "WATER TRAFFIC", "jurist.available", "yes")
                .candidate("jurist/b", "jurist.skills", "TRAFFIC", "jurist.available", "no")
                .judged();

        Judgement.CandidateJudgement a = of(judgement, new CandidateRef.OfSubject(SubjectId.parse("jurist/a")));
        Judgement.CandidateJudgement b = of(judgement, new CandidateRef.OfSubject(SubjectId.parse("jurist/b")));
        assertThat(fit(a)).contains(Value.of(5));
        assertThat(fit(b)).contains(Value.of(0));
        assertThat(a.stoppedBy()).isEmpty();
        assertThat(b.stoppedBy()).get().isInstanceOf(Verdict.NotAllowed.class);
    }

    @Test
    void readsTermsOfLinkedSubjects() {
        DroolsRules rules = Bundles.compiled(Bundles.tableAbout(
                "claim", "en", "collect", "Name,Holder Churn risk from,jurist.available is,=> Eligible", "a,0.5,,no"));

        assertThat(of(
                                verify(rules, new SubjectType("claim"))
                                        .given("holder.churn", "0.7")
                                        .candidate("jurist/a", "jurist.available", "yes")
                                        .judged(),
                                new CandidateRef.OfSubject(SubjectId.parse("jurist/a")))
                        .stoppedBy())
                .isPresent();
    }

    @Test
    void asksForChannelsAndAddsActions() {
        Judgement judgement = verify(Bundles.table(
                        "collect",
                        "Name,Lead score from,=> Use channel,=> Forbid channel,=> Add action",
                        "a,1,Telefon,E-mail,Care call"))
                .given("score", "1")
                .judged();

        assertThat(judgement.channels())
                .extracting(Judgement.ChannelRule::forbidden)
                .containsExactly(false, true);
        assertThat(judgement.added()).containsKey(new ActionKey("care"));
    }

    private static List<Verdict> verdicts(Asking asking, String action) {
        return of(asking.judged(), new CandidateRef.OfAction(new ActionKey(action)))
                .verdicts();
    }

    private static Judgement.CandidateJudgement of(Judgement judgement, CandidateRef candidate) {
        return java.util.Objects.requireNonNull(judgement.candidates().get(candidate));
    }

    private static java.util.Optional<Value> fit(Judgement.CandidateJudgement judgement) {
        return java.util.Objects.requireNonNull(judgement.conclusions().get(new TermKey("fit")))
                .value();
    }
}
