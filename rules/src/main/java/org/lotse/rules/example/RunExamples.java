package org.lotse.rules.example;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lotse.engine.rule.RowRef;
import org.lotse.rules.check.CheckRules;
import org.lotse.rules.drools.DroolsRules;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.finding.Place;
import org.lotse.rules.finding.Severity;
import org.lotse.rules.read.RuleBundle;
import org.lotse.rules.read.RuleContent;

/**
 * Runs the examples of a bundle against its rules. Decisions are taken by the engine itself, at ten o'clock on a
 * Wednesday unless an example says another day, so that the result does not depend on when it is asked for. Thread-safe.
 */
public final class RunExamples {
    private static final LocalTime TEN = LocalTime.of(10, 0);

    private final CheckRules check;
    private final Limits limits;

    /**
     * What a run may take.
     *
     * @param examples time for the examples themselves
     * @param changes time for trying small changes; zero leaves that out
     * @param mostChanges how many small changes are tried at most
     */
    public record Limits(Duration examples, Duration changes, int mostChanges) {
        /** Enough for thousands of examples, and for a good estimate of how sharp they are. */
        public static final Limits USUAL = new Limits(Duration.ofSeconds(60), Duration.ofSeconds(20), 400);
    }

    /** Told how far the run is; may throw to end it. */
    @FunctionalInterface
    public interface Progress {
        void at(double share, int examples);
    }

    public RunExamples(CheckRules check, Limits limits) {
        this.check = check;
        this.limits = limits;
    }

    /**
     * What comes of the examples.
     *
     * @param bundle rules and examples
     * @param today the day of the run, from which the day of the decisions follows
     * @param progress told how far it is
     */
    public ExampleReport run(RuleBundle bundle, LocalDate today, Progress progress) {
        RuleContent content = check.content(bundle);
        if (content.hasErrors()) {
            List<Finding> errors = content.findings().stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .toList();
            return new ExampleReport(List.of(), errors, List.of(), Optional.empty(), false);
        }
        ReadExamples.Found found = new ReadExamples().read(bundle, content);
        try (DroolsRules rules = DroolsRules.compile(content)) {
            return run(content, found, rules, moment(today, rules.settings().zone()), progress);
        }
    }

    /** Ten o'clock on the Wednesday of the day, or the one before. */
    static Instant moment(LocalDate today, ZoneId zone) {
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.WEDNESDAY))
                .atTime(TEN)
                .atZone(zone)
                .toInstant();
    }

    private ExampleReport run(
            RuleContent content, ReadExamples.Found found, DroolsRules rules, Instant at, Progress progress) {
        Findings findings = new Findings();
        findings.addAll(found.findings());
        List<Outcome> outcomes = new ArrayList<>();
        Set<RowRef> fired = new HashSet<>();
        long end = System.nanoTime() + limits.examples().toNanos();
        boolean complete = true;
        for (Example example : found.examples()) {
            if (System.nanoTime() > end) {
                complete = false;
                findings.error(
                        example.place(),
                        FindingCode.TOO_LARGE,
                        "example-time",
                        limits.examples().toSeconds());
                break;
            }
            Outcome outcome = Rehearsal.of(example, rules, at);
            outcomes.add(outcome);
            findings.addAll(outcome.failures());
            fired.addAll(outcome.fired());
            progress.at(0.5 * outcomes.size() / found.examples().size(), outcomes.size());
        }
        List<Coverage> coverage = Coverage.of(content.files(), fired);
        neverFired(coverage, findings);
        Optional<ExampleReport.Sensitivity> sensitivity = limits.changes().isZero() || outcomes.isEmpty() || !complete
                ? Optional.empty()
                : Optional.of(new TryChanges(content, outcomes, at, limits, progress).run());
        return new ExampleReport(tests(outcomes), findings.all(), coverage, sensitivity, complete);
    }

    private static List<ExampleReport.Test> tests(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> new ExampleReport.Test(
                        outcome.example().place(), outcome.example().name(), outcome.passed()))
                .toList();
    }

    private static void neverFired(List<Coverage> coverage, Findings findings) {
        for (Coverage each : coverage) {
            for (RowRef row : each.neverFired()) {
                boolean table = !row.file().endsWith(".rules");
                Place place = new Place(row.file(), row.sheet(), table ? "A" + row.row() : "", row.row());
                findings.info(place, FindingCode.ROW_NOT_TESTED, "", row.name().isEmpty() ? "-" : row.name());
            }
        }
    }
}
