package org.lotse.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.term.Reading;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Value;
import org.lotse.rules.check.CheckRules;
import org.lotse.rules.check.KnownSubjects;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Severity;
import org.lotse.rules.read.RuleBundle;

/** Findings about cases say how many known customers are such cases; what is told beside each is complete. */
class WeighedFindingsTest {
    private static final Instant AT = Instant.parse("2026-11-18T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);

    @Test
    void aGapIsWeightedByTheCustomersInIt() {
        Finding gap = only(
                Bundles.table("first", "Lead score from,=> Channel", "5,Call"),
                FindingCode.GAP,
                customer("c-1", 7),
                customer("c-2", 3),
                customer("c-3", 4.9),
                customer("c-4", 5));

        assertThat(gap.share()).contains(0.5);
        assertThat(gap.details().examples()).containsExactly("c-2", "c-3");
        assertThat(gap.message()).endsWith("This concerns 50.0 % of your customers, for example c-2, c-3.");
        assertThat(gap.messageDe()).endsWith("Das betrifft 50,0 % Ihrer Kunden, zum Beispiel c-2, c-3.");
    }

    @Test
    void anOverlapIsWeightedByTheCustomersHitTwice() {
        Finding overlap = only(
                Bundles.table("unique", "Lead score from,Lead score below,=> Channel", "0,6,Call", "5,10,E-mail"),
                FindingCode.OVERLAP,
                customer("c-1", 5.5),
                customer("c-2", 3));

        assertThat(overlap.severity()).isEqualTo(Severity.ERROR);
        assertThat(overlap.share())
                .as("what has errors cannot be asked about customers")
                .isEmpty();
    }

    @Test
    void aRowThatIsNeverReachedIsWeightedByTheCustomersItWasMeantFor() {
        Finding row = only(
                Bundles.table("first", "Lead score from,=> Channel", "1,Call", "5,E-mail", ",Call"),
                FindingCode.UNREACHABLE_ROW,
                customer("c-1", 6),
                customer("c-2", 3));

        assertThat(row.place().cell()).isEqualTo("A4");
        assertThat(row.share()).contains(0.5);
    }

    @Test
    void anExpiredRowIsWeightedByTheCustomersItWouldHit() {
        Finding row = only(
                Bundles.table("first", "Lead score from,=> Channel,Valid until", "1,Call,2026-01-01", ",E-mail,"),
                FindingCode.EXPIRED_ROW,
                customer("c-1", 6),
                customer("c-2", 0));

        assertThat(row.details().examples()).containsExactly("c-1");
    }

    @Test
    void aGapBehindAConcludedTermIsWeightedByWhatTheRulesConclude() {
        RuleBundle bundle = Bundles.table("first", "Lead score from,=> Channel", "5,Call", ",E-mail")
                .with("tables/tier.csv", Bundles.bytes("""
                        Table,tier,Hit policy,first,Language,en
                        Channel is,=> Tier
                        Call,high
                        """));

        List<Finding> gaps = found(bundle, FindingCode.GAP, customer("c-1", 6), customer("c-2", 0));

        assertThat(gaps).anySatisfy(gap -> {
            assertThat(gap.place().file()).isEqualTo("tables/tier.csv");
            assertThat(gap.details().examples()).containsExactly("c-2");
        });
    }

    @Test
    void sentencesThatContradictEachOtherAreNamed() {
        RuleBundle bundle = Bundles.plain().with("sentences/tier.en.rules", Bundles.bytes("""
                Rich: If the lead score is above 5, then the tier is high.
                Poor: If the lead score is above 7 or the other score is below 1, then the tier is low.
                """));

        Finding contradiction = only(bundle, FindingCode.CONTRADICTION, customer("c-1", 8), customer("c-2", 6));

        assertThat(contradiction.message())
                .contains("\"Rich\" and \"Poor\" are both hit when")
                .contains("Tier");
        assertThat(contradiction.share()).contains(0.5);
    }

    @Test
    void sentencesThatExcludeEachOtherAreNoContradiction() {
        RuleBundle bundle = Bundles.plain().with("sentences/tier.en.rules", Bundles.bytes("""
                Rich: If the lead score is above the other score and the monthly charge is above 5, then the tier is high.
                Poor: If the lead score is at most the other score or the monthly charge is at most 5, then the tier is low.
                """));

        assertThat(found(bundle, FindingCode.CONTRADICTION, customer("c-1", 8))).isEmpty();
    }

    @Test
    void aTermThatNobodyHasIsNamedWhereItIsRead() {
        KnownSubjects.Known[] many = new KnownSubjects.Known[60];
        for (int number = 0; number < many.length; number++) {
            many[number] = customer("c-" + number, number % 7);
        }

        Finding unsupplied = only(
                Bundles.table("first", "Lead score from,City is,=> Channel", "1,Kiel,Call", ",,E-mail"),
                FindingCode.NOT_SUPPLIED,
                many);

        assertThat(unsupplied.place().shown()).isEqualTo("tables/test.csv:B3");
        assertThat(unsupplied.message()).contains("None of 60 known customers has a value of \"City\"");
    }

    @Test
    void aModelNobodyDefinedIsNamedInTheVocabularyAndInTheActions() {
        List<Finding> findings =
                new CheckRules(Optional.of(Set.of("churm", "other")), Optional.empty()).check(Bundles.plain());

        assertThat(findings)
                .filteredOn(finding -> finding.code() == FindingCode.UNKNOWN_MODEL)
                .extracting(finding -> finding.place().file())
                .contains("vocabulary.yaml", "actions.csv");
        assertThat(findings)
                .anySatisfy(
                        finding -> assertThat(finding.details().suggestion()).contains("churm"));
    }

    @Test
    void anActionNoRowSpeaksAboutIsNamed() {
        assertThat(new CheckRules().check(Bundles.plain()))
                .anySatisfy(finding -> assertThat(finding.message())
                        .isEqualTo(
                                "No row says who may be offered \"Credit\", so everybody may. Maybe add a row that ends"
                                        + " in => Eligible."));
    }

    @Test
    void foundExpectedAndMeantAreToldOneByOne() {
        Finding term = Bundles.findings(Bundles.table("first", "Leed score from,=> Channel", "1,Call"))
                .getFirst();
        Finding value = Bundles.findings(Bundles.table("first", "Contract is,=> Channel", "montly,Call"))
                .getFirst();

        assertThat(term.details().found()).contains("Leed score");
        assertThat(term.details().expected()).contains("a term of the vocabulary");
        assertThat(term.details().expectedDe()).contains("ein Begriff des Vokabulars");
        assertThat(term.details().suggestion()).contains("Lead score");
        assertThat(value.details().suggestion()).contains("monthly");
    }

    private static KnownSubjects.Known customer(String id, double score) {
        Map<TermPath, Reading> readings = Map.of(TermPath.parse("score"), new Reading.Known(Value.of(score)));
        return new KnownSubjects.Known(
                new SubjectId(SubjectType.CUSTOMER, id), new Terms(new TreeMap<>(readings)), Permissions.NONE);
    }

    private static Finding only(RuleBundle bundle, FindingCode code, KnownSubjects.Known... known) {
        List<Finding> found = found(bundle, code, known);
        assertThat(found).isNotEmpty();
        return found.getFirst();
    }

    private static List<Finding> found(RuleBundle bundle, FindingCode code, KnownSubjects.Known... known) {
        List<KnownSubjects.Known> some = List.of(known);
        List<Finding> found = new ArrayList<>(new CheckRules(Optional.empty(), Optional.of(TODAY))
                .weighed(bundle, (type, vocabulary, zone) -> type.equals(SubjectType.CUSTOMER) ? some : List.of(), AT));
        found.removeIf(finding -> finding.code() != code);
        return found;
    }
}
