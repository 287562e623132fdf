package org.lotse.rules.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lotse.rules.Bundles;
import org.lotse.rules.check.CheckRules;
import org.lotse.rules.drools.DroolsRules;
import org.lotse.rules.read.RuleBundle;
import org.lotse.rules.read.RuleContent;

/** Leaving out examples a change cannot reach must not hide that one of them notices it. */
class ReachTest {
    private static final Instant AT = Instant.parse("2026-11-18T09:00:00Z");

    /** Where no row speaks about an action it passes: without the only row that allows it, everybody is offered it. */
    @Test
    void theLastRowThatAllowsAnActionConcernsThoseItDoesNotHit() {
        RuleBundle plain = Bundles.table("collect", "Action is,Tickets from,=> Eligible", "care,2,yes");
        String settings = new String(plain.file("settings.yaml").orElseThrow(), StandardCharsets.UTF_8);
        String actions = new String(plain.file("actions.csv").orElseThrow(), StandardCharsets.UTF_8);
        RuleBundle rules = plain.with("settings.yaml", Bundles.bytes(settings + "assumed-propensity: 0.5\n"))
                .with("actions.csv", Bundles.bytes(actions.replace("Call centre,5,0", "Call centre,500,0")))
                .with("tests/a.csv", Bundles.bytes("""
                        Examples,a,Decision,next-best-action,Direction,inbound,Language,en
                        Tickets,=> Not offered
                        1,care
                        """));
        RuleContent content = new CheckRules().content(rules);
        List<Example> examples = new ReadExamples().read(rules, content).examples();
        Outcome outcome = Rehearsal.of(examples.getFirst(), DroolsRules.compile(content), AT);
        SmallChange takenOut = SmallChanges.of(content).stream()
                .filter(change -> change.after().isEmpty())
                .findFirst()
                .orElseThrow();

        assertThat(outcome.passed()).isTrue();
        assertThat(new Reach(takenOut, content).concerns(outcome)).isTrue();
        try (DroolsRules changed = DroolsRules.compile(TryChanges.changed(takenOut, content))) {
            assertThat(Rehearsal.of(outcome.example(), changed, AT).passed()).isFalse();
        }
    }

    @Test
    void anExampleThatNoticesAChangeIsReachedByIt() {
        RuleBundle rules = Bundles.table(
                        "first",
                        "Lead score from,Lead score below,Monthly charge from,Contract is one of,=> Channel",
                        "1,5,,monthly,E-mail",
                        "5,,20,,Call",
                        ",,,one year | none,Call",
                        ",,,,E-mail")
                .with("tables/tier.csv", Bundles.bytes("""
                        Table,tier,Hit policy,first,Language,en
                        Channel is,Firm charge from,=> Tier
                        Call,30,high
                        ,,low
                        """))
                .with("tests/random.csv", Bundles.bytes(random()));
        RuleContent content = new CheckRules().content(rules);
        List<Example> examples = new ReadExamples().read(rules, content).examples();
        DroolsRules compiled = DroolsRules.compile(content);
        List<Outcome> outcomes = examples.stream()
                .map(example -> Rehearsal.of(example, compiled, AT))
                .toList();
        int noticed = 0;

        for (SmallChange change : SmallChanges.of(content)) {
            try (DroolsRules changed = DroolsRules.compile(TryChanges.changed(change, content))) {
                Reach reach = new Reach(change, content);
                for (Outcome outcome : outcomes) {
                    Outcome again = Rehearsal.of(outcome.example(), changed, AT);
                    boolean notices = !again.failures().equals(outcome.failures());
                    noticed += notices ? 1 : 0;
                    assertThat(reach.concerns(outcome) || !notices)
                            .as("%s at %s", change.en(), change.place().shown())
                            .isTrue();
                }
            }
        }
        assertThat(noticed).isPositive();
    }

    /** Whatever is expected, failures say what came out. */
    private static String random() {
        Random random = new Random(3);
        List<String> lines = new ArrayList<>();
        lines.add("Examples,random,Decision,channel,Language,en");
        lines.add("Lead score,Monthly charge,Contract,Firm charge,=> Channel,=> Tier");
        for (int row = 0; row < 60; row++) {
            lines.add("%s,%s,%s,%s,%s,%s"
                    .formatted(
                            random.nextInt(4) == 0 ? "" : random.nextInt(8),
                            random.nextInt(4) == 0 ? "" : random.nextInt(40),
                            List.of("", "monthly", "one year", "none").get(random.nextInt(4)),
                            random.nextInt(3) == 0 ? "" : 20 + random.nextInt(20),
                            random.nextBoolean() ? "Call" : "E-mail",
                            random.nextBoolean() ? "high" : "low"));
        }
        return String.join("\n", lines) + "\n";
    }
}
