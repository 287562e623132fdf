package org.lotse.rules.drools;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lotse.engine.rule.Layer;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.rules.model.Consequence;
import org.lotse.rules.model.Rule;
import org.lotse.rules.read.RuleContent;

/** Which terms decide who may be offered something at all: those rows of the eligibility layer read, directly or not. */
final class EligibilityReads {
    private EligibilityReads() {}

    static Set<TermPath> of(RuleContent content, SubjectType subject) {
        List<Rule> rules = content.files().stream()
                .filter(file -> file.subject().equals(subject))
                .flatMap(file -> file.rules().stream())
                .toList();
        Deque<TermPath> open = new ArrayDeque<>();
        rules.stream().filter(EligibilityReads::judges).forEach(rule -> open.addAll(rule.reads()));
        Set<TermPath> reads = new HashSet<>();
        while (!open.isEmpty()) {
            TermPath read = open.pop();
            if (reads.add(read) && read.scope().isEmpty()) {
                rules.stream().filter(rule -> writes(rule, read.key())).forEach(rule -> open.addAll(rule.reads()));
            }
        }
        return Set.copyOf(reads);
    }

    private static boolean judges(Rule rule) {
        return rule.consequences().stream()
                .anyMatch(consequence -> consequence instanceof Consequence.ActionVerdict verdict
                        && verdict.layer() == Layer.ELIGIBILITY);
    }

    private static boolean writes(Rule rule, TermKey term) {
        return rule.consequences().stream().anyMatch(consequence -> switch (consequence) {
            case Consequence.SetTerm set -> set.term().equals(term);
            case Consequence.AddPoints add -> add.term().equals(term);
            default -> false;
        });
    }
}
