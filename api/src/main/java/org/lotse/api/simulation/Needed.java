package org.lotse.api.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.lotse.engine.action.Action;
import org.lotse.engine.calculation.Calculation;
import org.lotse.engine.rule.Questions;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermPath;

/** Which terms a decision may turn on under a version of the rules. */
final class Needed {
    private Needed() {}

    /** Everything rules, promises and the worth of actions ask about; for a decision by rules, what leads to its outputs. */
    static Set<TermPath> by(RuleSet rules, DecisionDeclaration declaration) {
        SubjectType type = declaration.subject();
        Questions questions = rules.questions(type);
        Set<TermPath> needed = new HashSet<>(questions.promised());
        if (declaration instanceof DecisionDeclaration.ByRules byRules) {
            byRules.outputs().forEach(output -> needed.add(TermPath.of(output)));
        } else {
            questions.comparisons().forEach(asked -> add(asked, needed));
            needed.addAll(questions.reads());
            rules.catalogue().actions().values().forEach(action -> add(action, needed));
            if (declaration instanceof DecisionDeclaration.AmongSubjects among) {
                needed.addAll(among.value().terms());
            }
        }
        follow(rules, type, questions, needed);
        return needed;
    }

    private static void add(Questions.Asked asked, Set<TermPath> needed) {
        needed.add(asked.term());
        needed.addAll(asked.terms());
        for (Calculation calculation : asked.calculations()) {
            needed.addAll(calculation.terms());
        }
    }

    private static void add(Action action, Set<TermPath> needed) {
        action.channels()
                .forEach(channel -> needed.addAll(action.on(channel).value().terms()));
    }

    /** And what all that is concluded, calculated or ranked from. */
    private static void follow(RuleSet rules, SubjectType type, Questions questions, Set<TermPath> needed) {
        Deque<TermPath> open = new ArrayDeque<>(needed);
        while (!open.isEmpty()) {
            TermPath path = open.remove();
            Set<TermPath> from = new HashSet<>(questions.concludedFrom().getOrDefault(path, Set.of()));
            rules.vocabulary().term(type, path).map(Term::source).ifPresent(source -> from.addAll(inputs(source)));
            from.stream().filter(needed::add).forEach(open::add);
        }
    }

    private static Set<TermPath> inputs(Source source) {
        return switch (source) {
            case Source.Calculated(var calculation) -> calculation.terms();
            case Source.Percentile(var of) -> Set.of(TermPath.of(of));
            default -> Set.of();
        };
    }
}
