package org.lotse.rules.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermPath;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.finding.Place;
import org.lotse.rules.finding.Severity;
import org.lotse.rules.model.Condition;
import org.lotse.rules.model.Consequence;
import org.lotse.rules.model.HitPolicy;
import org.lotse.rules.model.Operand;
import org.lotse.rules.model.Rule;
import org.lotse.rules.model.RuleFile;
import org.lotse.rules.read.RuleContent;

/**
 * Looks for gaps, overlaps and rows that are never hit. The cases a table tells apart are gone through one term after
 * another; a branch ends as soon as it is decided. What cannot be told from fixed values (other terms, calculations,
 * parts of texts, days counted back, validity) counts as able to hold or not.
 */
final class TableCheck {
    private final RuleContent content;
    private final RuleFile file;
    private final Optional<LocalDate> today;

    TableCheck(RuleContent content, RuleFile file, Optional<LocalDate> today) {
        this.content = content;
        this.file = file;
        this.today = today;
    }

    void check(Findings findings) {
        expired(findings);
        if (file.rules().isEmpty() || !file.path().startsWith("tables/")) {
            return;
        }
        boolean one = file.hitPolicy() == HitPolicy.FIRST || file.hitPolicy() == HitPolicy.UNIQUE;
        boolean verdicts = file.rules().stream()
                .flatMap(rule -> rule.consequences().stream())
                .anyMatch(each -> each instanceof Consequence.ActionVerdict);
        if (one && !verdicts) {
            together(findings);
        } else {
            oneByOne(findings);
        }
    }

    private void expired(Findings findings) {
        today.ifPresent(day -> file.rules()
                .forEach(rule -> rule.validUntil()
                        .filter(last -> last.isBefore(day))
                        .ifPresent(last -> findings.info(Places.of(rule, ""), FindingCode.EXPIRED_ROW, "", last))));
    }

    private void oneByOne(Findings findings) {
        for (int row = 0; row < file.rules().size(); row++) {
            BitSet only = new BitSet();
            only.set(row);
            TableWalk walk = new TableWalk(dimensions(List.of(row)), only, HitPolicy.COLLECT);
            if (walk.isComplete() && walk.winners().isEmpty()) {
                findings.warning(Places.of(file.rules().get(row), ""), FindingCode.UNREACHABLE_ROW, "never");
            }
        }
    }

    private void together(Findings findings) {
        List<Integer> rows = new ArrayList<>();
        BitSet all = new BitSet();
        for (int row = 0; row < file.rules().size(); row++) {
            rows.add(row);
            all.set(row);
        }
        TableWalk walk = new TableWalk(dimensions(rows), all, file.hitPolicy());
        if (!walk.isComplete()) {
            findings.info(new Place(file.path(), file.sheet(), "", 0), FindingCode.NOT_ANALYSED, "");
            return;
        }
        unreachable(walk, findings);
        overlaps(walk, findings);
        gaps(walk, findings);
    }

    private void unreachable(TableWalk walk, Findings findings) {
        for (int row = 0; row < file.rules().size(); row++) {
            if (!walk.winners().get(row)) {
                boolean never = row == 0 || !walk.hit().get(row) && file.hitPolicy() == HitPolicy.UNIQUE;
                findings.warning(
                        Places.of(file.rules().get(row), ""),
                        FindingCode.UNREACHABLE_ROW,
                        never ? "never" : "",
                        row == 0 ? "" : file.rules().get(row - 1).ref().row());
            }
        }
    }

    private void overlaps(TableWalk walk, Findings findings) {
        for (TableWalk.Overlap overlap : walk.overlaps()) {
            Rule first = file.rules().get(overlap.first());
            Rule second = file.rules().get(overlap.second());
            findings.add(
                    overlap.where().exact() ? Severity.ERROR : Severity.WARNING,
                    Places.of(second, ""),
                    FindingCode.OVERLAP,
                    "",
                    first.ref().row(),
                    second.ref().row(),
                    overlap.where().en(),
                    overlap.where().de());
        }
    }

    private void gaps(TableWalk walk, Findings findings) {
        Optional<Term> output = file.rules().stream()
                .flatMap(rule -> rule.consequences().stream())
                .flatMap(each -> each instanceof Consequence.SetTerm set
                        ? content.vocabulary().term(file.subject(), TermPath.of(set.term())).stream()
                        : java.util.stream.Stream.<Term>empty())
                .filter(term -> term.fallback().isEmpty())
                .findFirst();
        if (output.isEmpty()) {
            return;
        }
        boolean anyGiven = walk.gaps().stream().anyMatch(TableWalk.Where::given);
        walk.gaps().stream()
                .filter(gap -> gap.given() == anyGiven)
                .limit(3)
                .forEach(gap -> findings.add(
                        gap.given() ? Severity.WARNING : Severity.INFO,
                        new Place(file.path(), file.sheet(), "", 0),
                        FindingCode.GAP,
                        "",
                        gap.en(),
                        output.get().title().en(),
                        output.get().title().de(),
                        gap.de()));
    }

    /** The terms the rows compare with fixed values, and one two-way dimension for everything else. */
    private List<Dimension> dimensions(List<Integer> rows) {
        Map<TermPath, Map<Integer, List<Condition.Test>>> byTerm = new LinkedHashMap<>();
        Map<Object, BitSet> atoms = new LinkedHashMap<>();
        for (int row : rows) {
            Rule rule = file.rules().get(row);
            if (rule.validFrom().isPresent() || rule.validUntil().isPresent()) {
                atoms.computeIfAbsent(List.of(rule.validFrom(), rule.validUntil()), k -> new BitSet())
                        .set(row);
            }
            for (Condition.Test test : rule.condition().tests()) {
                if (isFixed(test)) {
                    byTerm.computeIfAbsent(test.term(), k -> new TreeMap<>())
                            .computeIfAbsent(row, k -> new ArrayList<>())
                            .add(test);
                } else {
                    Condition.Test anywhere = new Condition.Test(test.term(), test.operator(), test.operands(), "");
                    atoms.computeIfAbsent(anywhere, k -> new BitSet()).set(row);
                }
            }
        }
        List<Dimension> dimensions = new ArrayList<>();
        byTerm.forEach((path, tests) -> content.vocabulary()
                .term(file.subject(), path)
                .ifPresent(term -> dimensions.add(Dimension.of(term, tests))));
        atoms.values()
                .forEach(rowsOf -> dimensions.add(new Dimension(
                        rowsOf,
                        List.of(
                                new Case(null, true, "", "", true, rowsOf),
                                new Case(null, true, "", "", true, new BitSet())))));
        return dimensions;
    }

    private static boolean isFixed(Condition.Test test) {
        boolean told = switch (test.operator()) {
            case WITHIN_THE_LAST, CONTAINS, STARTS_WITH -> false;
            default -> true;
        };
        boolean bare = test.operator() == Operator.IS_GIVEN || test.operator() == Operator.IS_MISSING;
        return told && (bare || test.operands().stream().allMatch(each -> each instanceof Operand.Fixed));
    }
}
