package org.lotse.rules.example;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lotse.engine.decision.Decision;
import org.lotse.engine.decision.Inputs;
import org.lotse.engine.decision.Rejection;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.Conclusion;
import org.lotse.engine.rule.RowRef;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.rule.Verdict;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.Value;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.finding.Place;
import org.lotse.rules.finding.ShowValue;

/**
 * Compares a decision with what was expected of it.
 *
 * @param rules the rules it was taken under
 * @param decision the decision
 * @param inputs what it was taken from
 */
record Expectation(RuleSet rules, Decision decision, Inputs inputs) {
    private static final double CLOSE = 1e-9;
    private static final String WITHHELD = "PROMISE_BROKEN:";

    void check(Step step, Findings findings) {
        switch (step) {
            case Step.OutputIs(Place place, Term term, Optional<Value> expected) -> {
                Optional<Value> found = value(term);
                Optional<String> withheld = withheld();
                if (!same(found, expected) && withheld.isPresent()) {
                    findings.error(
                            place,
                            FindingCode.TEST_FAILED,
                            "withheld",
                            term.title().en(),
                            term.title().de(),
                            withheld.get());
                } else if (!same(found, expected)) {
                    findings.error(
                            place,
                            FindingCode.TEST_FAILED,
                            "output",
                            term.title().en(),
                            term.title().de(),
                            ShowValue.in(term, found, Language.EN),
                            ShowValue.in(term, found, Language.DE),
                            ShowValue.in(term, expected, Language.EN),
                            ShowValue.in(term, expected, Language.DE),
                            named(rowsOf(term)));
                }
            }
            case Step.OutputBound(Place place, Term term, boolean atMost, double bound) -> {
                Optional<Value> found = value(term);
                boolean holds = found.orElse(null) instanceof Value.Num(double number)
                        && (atMost ? number <= bound + CLOSE : number >= bound - CLOSE);
                if (!holds) {
                    findings.error(
                            place,
                            FindingCode.TEST_FAILED,
                            atMost ? "at-most" : "at-least",
                            term.title().en(),
                            term.title().de(),
                            ShowValue.in(term, found, Language.EN),
                            ShowValue.in(term, found, Language.DE),
                            ShowValue.in(term, Optional.of(Value.of(bound)), Language.EN),
                            ShowValue.in(term, Optional.of(Value.of(bound)), Language.DE));
                }
            }
            case Step.RowDecides(Place place, String row) -> {
                Set<RowRef> rows = deciding();
                if (rows.stream().noneMatch(ref -> ref.name().equals(row))) {
                    findings.error(place, FindingCode.TEST_FAILED, "row", row, named(rows));
                }
            }
            case Step.Offered(Place place, String candidate, boolean offered) -> {
                boolean is = decision.ranked().stream().anyMatch(ranked -> isNamed(ranked.candidate(), candidate));
                if (is != offered) {
                    findings.error(
                            place,
                            FindingCode.TEST_FAILED,
                            offered ? "offered" : "not-offered",
                            candidate,
                            obstacle(candidate));
                }
            }
            case Step.First(Place place, List<String> candidates) -> {
                Optional<Decision.Ranked> best = decision.ranked().stream()
                        .max(Comparator.comparingDouble(
                                ranked -> ranked.factors().priority()));
                if (best.isEmpty()
                        || candidates.stream()
                                .noneMatch(each -> isNamed(best.get().candidate(), each))) {
                    findings.error(
                            place,
                            FindingCode.TEST_FAILED,
                            "first",
                            String.join(", ", candidates),
                            best.map(ranked -> name(ranked.candidate())).orElse("-"));
                }
            }
            case Step.Nothing(Place place) -> {
                if (!decision.ranked().isEmpty()) {
                    findings.error(
                            place,
                            FindingCode.TEST_FAILED,
                            "nothing",
                            decision.ranked().stream()
                                    .map(ranked -> name(ranked.candidate()))
                                    .collect(Collectors.joining(", ")));
                }
            }
            default -> throw new IllegalArgumentException("The step " + step + " expects nothing.");
        }
    }

    private Optional<Value> value(Term term) {
        Conclusion conclusion = decision.judgement().conclusions().get(term.key());
        return conclusion == null ? inputs.terms().value(term.key()) : conclusion.value();
    }

    /** The promise that would be broken by answering at all. */
    private Optional<String> withheld() {
        return decision.judgement().degraded().stream()
                .filter(code -> code.startsWith(WITHHELD))
                .map(code -> code.substring(WITHHELD.length()))
                .findFirst();
    }

    private static boolean same(Optional<Value> found, Optional<Value> expected) {
        return found.orElse(null) instanceof Value.Num(double one)
                        && expected.orElse(null) instanceof Value.Num(double other)
                ? Math.abs(one - other) <= CLOSE * Math.max(1, Math.abs(other))
                : found.equals(expected);
    }

    private Set<RowRef> rowsOf(Term term) {
        Set<RowRef> rows = new LinkedHashSet<>();
        Optional.ofNullable(decision.judgement().conclusions().get(term.key()))
                .ifPresent(conclusion -> FiredRows.add(conclusion, rows));
        return rows;
    }

    /** The rows behind the answer: those of its terms, or those that let the first candidate pass. */
    private Set<RowRef> deciding() {
        DecisionDeclaration declaration = rules.vocabulary().decisions().get(inputs.decision());
        if (!(declaration instanceof DecisionDeclaration.ByRules byRules)) {
            return FiredRows.of(decision);
        }
        Set<RowRef> rows = new LinkedHashSet<>();
        byRules.outputs().stream()
                .flatMap(key ->
                        Optional.ofNullable(decision.judgement().conclusions().get(key)).stream())
                .forEach(conclusion -> FiredRows.add(conclusion, rows));
        return rows;
    }

    private String obstacle(String candidate) {
        return decision.notChosen().stream()
                .filter(loser -> isNamed(loser.candidate(), candidate))
                .map(loser -> obstacle(loser.rejection()))
                .findFirst()
                .orElse("-");
    }

    /** The row that stopped it, else the stable code of what did. */
    private static String obstacle(Rejection rejection) {
        return switch (rejection) {
            case Rejection.ByRules(Verdict.Forbidden(var layer, var by)) -> shown(by.row());
            case Rejection.ByRules(Verdict.NotAllowed(var layer, var nearest)) -> shown(nearest.row());
            case Rejection.ValueUnknown(var terms) -> "VALUE_UNKNOWN " + terms;
            case Rejection.BreaksPromise(var channel, var promise) -> shown(promise);
            default ->
                rejection
                        .getClass()
                        .getSimpleName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                        .toUpperCase(java.util.Locale.ROOT);
        };
    }

    private static boolean isNamed(CandidateRef candidate, String name) {
        return name(candidate).equals(name);
    }

    private static String name(CandidateRef candidate) {
        return switch (candidate) {
            case CandidateRef.OfAction(var key) -> key.value();
            case CandidateRef.OfSubject(var subject) -> subject.id();
        };
    }

    private static String named(Set<RowRef> rows) {
        return rows.isEmpty() ? "-" : rows.stream().map(Expectation::shown).collect(Collectors.joining(", "));
    }

    private static String shown(RowRef row) {
        return row.file() + (row.sheet().isEmpty() ? "" : ":" + row.sheet()) + ":" + row.row()
                + (row.name().isEmpty() ? "" : " (" + row.name() + ")");
    }
}
