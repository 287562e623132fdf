package org.lotse.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.rule.Segment;
import org.lotse.engine.term.Period;
import org.lotse.engine.term.Reading;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Value;
import org.lotse.engine.trigger.Trigger;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.read.RuleBundle;

class TriggersTest {
    private static final String HEADINGS = "Name,On event,Where,Every,Absence of,Segment,Decision,Channel,Due for\n";
    private static final String SEGMENTS = """
            language: en
            subject: customer

            Big payers: the monthly charge is at least 100 EUR.

            language: de
            Kieler: die Stadt enthält „kiel“.
            """;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void nameCauseSegmentDecisionAndChannel() {
        RuleSet rules = rules("Angry ticket!,ticket,topic: BILLING,,,Big payers,next-best-action,Telefon,2 days\n");

        assertThat(rules.triggers()).singleElement().satisfies(trigger -> {
            assertThat(trigger.key()).isEqualTo("angry-ticket");
            assertThat(trigger.cause()).isEqualTo(new Trigger.OnEvent("ticket", Map.of("topic", "BILLING")));
            assertThat(trigger.segment()).contains("Big payers");
            assertThat(trigger.decision()).isEqualTo("next-best-action");
            assertThat(trigger.channel()).contains(new ChannelKey("CALL_CENTRE"));
            assertThat(trigger.hold()).contains(new Period(2, Period.Unit.DAYS));
        });
    }

    @Test
    void waitForAnAbsence() {
        RuleSet rules = rules(",,,,purchase 90 days,,next-best-action,,\n");

        assertThat(rules.triggers().getFirst().cause())
                .isEqualTo(new Trigger.AbsenceOf("purchase", new Period(90, Period.Unit.DAYS)));
        assertThat(rules.triggers().getFirst().key()).isEqualTo("purchase-90-days-next-best-action");
    }

    /** 2026-06-17 is a Wednesday; Berlin is two hours ahead of UTC. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            15 minutes;        2026-06-17T10:50:00Z; 2026-06-17T10:45:00Z
            2 hours;           2026-06-17T11:10:00Z; 2026-06-17T10:00:00Z
            day 06:00;         2026-06-17T10:00:00Z; 2026-06-17T04:00:00Z
            day 06:00;         2026-06-17T03:59:59Z; 2026-06-16T04:00:00Z
            Tag um 06:00;      2026-06-17T03:59:59Z; 2026-06-16T04:00:00Z
            Mon 09:00;         2026-06-17T10:00:00Z; 2026-06-15T07:00:00Z
            mo 09:00;          2026-06-15T06:59:00Z; 2026-06-08T07:00:00Z
            Woche Do 09:00;    2026-06-17T10:00:00Z; 2026-06-11T07:00:00Z
            month;             2026-06-17T10:00:00Z; 2026-05-31T22:00:00Z
            month 08:00;       2026-06-01T05:00:00Z; 2026-05-01T06:00:00Z
            day 02:30;         2026-03-29T10:00:00Z; 2026-03-29T01:30:00Z
            """)
    void comeInSlotsOfTheCalendar(String rhythm, String now, String slot) {
        Trigger trigger =
                rules(",,," + rhythm + ",,,next-best-action,,\n").triggers().getFirst();

        assertThat(((Trigger.Every) trigger.cause()).rhythm().slot(Instant.parse(now), BERLIN))
                .isEqualTo(slot);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            x,tickett,,,,,next-best-action,,;              B2; UNKNOWN_EVENT
            x,ticket,colour: RED,,,,next-best-action,,;    C2; UNKNOWN_EVENT
            x,,,sometimes,,,next-best-action,,;            D2; NOT_UNDERSTOOD
            x,,,0 days,,,next-best-action,,;               D2; NOT_UNDERSTOOD
            x,,,day 25:00,,,next-best-action,,;            D2; NOT_UNDERSTOOD
            x,,,2 hours 06:00,,,next-best-action,,;        D2; NOT_UNDERSTOOD
            x,,,,purchase,,next-best-action,,;             E2; NOT_UNDERSTOOD
            x,ticket,,,,Big eaters,next-best-action,,;     F2; UNKNOWN_SEGMENT
            x,ticket,,,,Big payers,assignment,,;           F2; UNKNOWN_SEGMENT
            x,ticket,,,,,next-worst-action,,;              G2; UNKNOWN_DECISION
            x,ticket,,,,,,,;                               G2; NOT_UNDERSTOOD
            x,ticket,,,,,next-best-action,Pigeon,;         H2; UNKNOWN_CHANNEL
            x,ticket,,,,,next-best-action,,soon;           I2; NOT_UNDERSTOOD
            x,ticket,,day,,,next-best-action,,;            B2; NOT_UNDERSTOOD
            x,,,,,,next-best-action,,;                     B2; NOT_UNDERSTOOD
            """)
    void haveTheirMistakesNamedByCell(String row, String cell, String code) {
        assertThat(findings(row + "\n")).anySatisfy(finding -> {
            assertThat(finding.place().file()).isEqualTo("triggers.csv");
            assertThat(finding.place().cell()).isEqualTo(cell);
            assertThat(finding.code()).hasToString(code);
            assertThat(finding.message()).isNotEqualTo(finding.messageDe());
        });
    }

    @Test
    void segmentsAreSentences() {
        RuleSet rules = rules("");

        assertThat(isMember(rules, "Big payers", "fee", Value.of(100))).isTrue();
        assertThat(isMember(rules, "Big payers", "fee", Value.of(99))).isFalse();
        assertThat(isMember(rules, "Kieler", "city", Value.text("Kiel-Gaarden")))
                .isTrue();
        assertThat(isMember(rules, "Kieler", "city", Value.text("Bad Kielau"))).isFalse();
        assertThat(isMember(rules, "Kieler", "fee", Value.of(100)))
                .as("what is not known is in no segment")
                .isFalse();
    }

    @Test
    void segmentsDoNotChooseForMarketingByServiceData() {
        RuleBundle bundle = Bundles.plain()
                .with("segments.rules", Bundles.bytes("language: en\nSad: the mood is \"sad\".\n"))
                .with("triggers.csv", Bundles.bytes(HEADINGS + "x,ticket,,,,Sad,next-best-action,,\n"));

        assertThat(Bundles.findings(bundle))
                .extracting(Finding::toString)
                .singleElement()
                .asString()
                .startsWith("segments.rules:2: ERROR PURPOSE");
    }

    @Test
    void segmentsHaveOneMeaning() {
        RuleBundle bundle = Bundles.plain()
                .with(
                        "segments.rules",
                        Bundles.bytes("language: en\nRich: the points are above 3.\nrich: the points are above 5.\n"));

        assertThat(Bundles.findings(bundle)).extracting(Finding::code).hasToString("[DUPLICATE_KEY]");
    }

    private static boolean isMember(RuleSet rules, String name, String term, Value value) {
        Segment segment = rules.segments().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        Terms terms = new Terms(new TreeMap<>(Map.of(TermPath.parse(term), new Reading.Known(value))));
        return rules.isMember(segment, terms, Instant.parse("2026-06-17T10:00:00Z"));
    }

    private static RuleSet rules(String rows) {
        assertThat(findings(rows)).isEmpty();
        return Bundles.compiled(bundle(rows));
    }

    private static List<Finding> findings(String rows) {
        return Bundles.findings(bundle(rows));
    }

    private static RuleBundle bundle(String rows) {
        return Bundles.plain()
                .with("segments.rules", Bundles.bytes(SEGMENTS))
                .with("triggers.csv", Bundles.bytes(HEADINGS + rows));
    }
}
