package org.lotse.rules.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermPath;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.finding.Place;
import org.lotse.rules.finding.Severity;
import org.lotse.rules.model.Consequence;
import org.lotse.rules.model.HitPolicy;
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
    private Concerns concerns = new Concerns();

    TableCheck(RuleContent content, RuleFile file, Optional<LocalDate> today) {
        this.content = content;
        this.file = file;
        this.today = today;
    }

    void check(Findings findings, Concerns concerns) {
        this.concerns = concerns;
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
                        .ifPresent(last -> {
                            findings.info(Places.of(rule, ""), FindingCode.EXPIRED_ROW, "", last);
                            concerns.last(findings, file, somebody -> somebody.meets(rule.condition()));
                        })));
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
                Rule rule = file.rules().get(row);
                concerns.last(findings, file, somebody -> somebody.meets(rule.condition()));
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
            concerns.last(
                    findings,
                    file,
                    somebody -> somebody.meets(first.condition()) && somebody.meets(second.condition()));
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
        walk.gaps().stream().filter(gap -> gap.given() == anyGiven).limit(3).forEach(gap -> {
            findings.add(
                    gap.given() ? Severity.WARNING : Severity.INFO,
                    new Place(file.path(), file.sheet(), "", 0),
                    FindingCode.GAP,
                    "",
                    gap.en(),
                    output.get().title().en(),
                    output.get().title().de(),
                    gap.de());
            concerns.last(findings, file, gap.covers());
        });
    }

    private List<Dimension> dimensions(List<Integer> rows) {
        Dimensions dimensions = new Dimensions(content.vocabulary(), file.subject());
        for (int row : rows) {
            Rule rule = file.rules().get(row);
            dimensions.add(row, rule, rule.condition().tests());
        }
        return dimensions.all();
    }
}
