package org.lotse.rules.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Title;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.model.Condition;
import org.lotse.rules.model.Consequence;
import org.lotse.rules.model.HitPolicy;
import org.lotse.rules.model.Operand;
import org.lotse.rules.model.Rule;
import org.lotse.rules.model.RuleFile;
import org.lotse.rules.read.RuleContent;

/**
 * Where every hit row counts: whether two rows can hit together and set a term to different values, of which only the
 * first one counts then. Sentences are looked at the same way.
 */
final class ContradictionCheck {
    private final RuleContent content;
    private final RuleFile file;

    ContradictionCheck(RuleContent content, RuleFile file) {
        this.content = content;
        this.file = file;
    }

    /** A row that sets the term, one of the ways in which it hits. */
    private record Way(Rule rule, Operand value, List<Condition.Test> tests) {}

    void check(Findings findings, Concerns concerns) {
        if (file.hitPolicy() != HitPolicy.COLLECT) {
            return;
        }
        Map<TermKey, List<Way>> byTerm = new LinkedHashMap<>();
        for (Rule rule : file.rules()) {
            for (Consequence consequence : rule.consequences()) {
                if (consequence instanceof Consequence.SetTerm(TermKey key, Operand value, String cell)) {
                    Optional<List<List<Condition.Test>>> ways = Conjunctions.of(rule.condition());
                    ways.ifPresent(all -> all.forEach(tests -> byTerm.computeIfAbsent(key, ignored -> new ArrayList<>())
                            .add(new Way(rule, value, tests))));
                }
            }
        }
        byTerm.forEach((term, ways) -> check(term, ways, findings, concerns));
    }

    private void check(TermKey term, List<Way> ways, Findings findings, Concerns concerns) {
        if (ways.stream().map(Way::value).distinct().count() < 2) {
            return;
        }
        for (int one = 0; one < ways.size(); one++) {
            for (int other = one + 1; other < ways.size(); other++) {
                if (!ways.get(one).value().equals(ways.get(other).value())
                        && !ways.get(one)
                                .rule()
                                .ref()
                                .equals(ways.get(other).rule().ref())
                        && contradict(term, ways.get(one), ways.get(other), findings, concerns)) {
                    return;
                }
            }
        }
    }

    /** Whether it was reported; one example of each term is enough to look at. */
    private boolean contradict(TermKey term, Way one, Way other, Findings findings, Concerns concerns) {
        Dimensions dimensions = new Dimensions(content.vocabulary(), file.subject());
        dimensions.add(0, one.rule(), one.tests());
        dimensions.add(1, other.rule(), other.tests());
        BitSet both = new BitSet();
        both.set(0, 2);
        TableWalk walk = new TableWalk(dimensions.all(), both, HitPolicy.UNIQUE);
        Optional<TableWalk.Where> where = walk.isComplete()
                ? walk.overlaps().stream()
                        .map(TableWalk.Overlap::where)
                        .filter(TableWalk.Where::exact)
                        .findFirst()
                : Optional.empty();
        if (where.isEmpty()) {
            return false;
        }
        Title title = content.vocabulary()
                .term(file.subject(), TermPath.of(term))
                .orElseThrow()
                .title();
        findings.warning(
                Places.of(other.rule(), ""),
                FindingCode.CONTRADICTION,
                "",
                name(one.rule()),
                name(other.rule()),
                title.en(),
                title.de(),
                where.get().en(),
                where.get().de());
        Condition first = one.rule().condition();
        Condition second = other.rule().condition();
        concerns.last(findings, file, somebody -> somebody.meets(first) && somebody.meets(second));
        return true;
    }

    private static String name(Rule rule) {
        return rule.ref().name().isEmpty()
                ? Integer.toString(rule.ref().row())
                : rule.ref().name();
    }
}
