package org.lotse.api.simulation;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.lotse.engine.action.Action;
import org.lotse.engine.decision.Decision;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Missing;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;

/**
 * In which ways the rules a decision was taken by read other things than the rules it is taken again by.
 *
 * @param anew terms that have to be found out anew: new ones, those from another source, and what is calculated from them
 * @param unheard those of them that were never delivered or asked then, as nobody had declared them
 * @param otherModel pairs of action and channel that another model predicts
 * @param caps whether contacts have to be counted anew
 * @param control whether the control group has to be drawn anew
 */
record Divergence(
        Set<TermKey> anew, Set<TermKey> unheard, Set<Decision.Pair> otherModel, boolean caps, boolean control) {
    /** The same rules, as far as reading goes. */
    static final Divergence NONE = new Divergence(Set.of(), Set.of(), Set.of(), false, false);

    Divergence {
        anew = Set.copyOf(anew);
        unheard = Set.copyOf(unheard);
        otherModel = Set.copyOf(otherModel);
    }

    static Divergence between(RuleSet then, RuleSet now, SubjectType type) {
        Set<TermKey> anew = new HashSet<>();
        Set<TermKey> unheard = new HashSet<>();
        for (Term term : now.vocabulary().terms(type).values()) {
            Optional<Term> before = then.vocabulary().term(type, term.key());
            boolean sameSource = before.isPresent() && before.get().source().equals(term.source());
            if (!sameSource && !(term.source() instanceof Source.Rules)) {
                anew.add(term.key());
                if (term.source() instanceof Source.Attribute || term.source() instanceof Source.Context) {
                    unheard.add(term.key());
                }
            } else if (sameSource && standsInOtherwise(before.get(), term)) {
                anew.add(term.key());
            }
        }
        follow(now, type, anew);
        return new Divergence(
                anew,
                unheard,
                otherModel(then, now),
                !then.contactPolicy().equals(now.contactPolicy()),
                !then.settings().control().equals(now.settings().control()));
    }

    private static boolean standsInOtherwise(Term before, Term term) {
        return !before.missing().equals(term.missing()) && !(term.missing() instanceof Missing.Refuse);
    }

    /** What is calculated or ranked from a term found out anew is itself. */
    private static void follow(RuleSet now, SubjectType type, Set<TermKey> anew) {
        boolean more = !anew.isEmpty();
        while (more) {
            more = false;
            for (Term term : now.vocabulary().terms(type).values()) {
                more |= !anew.contains(term.key()) && dependsOn(term, anew) && anew.add(term.key());
            }
        }
    }

    private static boolean dependsOn(Term term, Set<TermKey> anew) {
        return switch (term.source()) {
            case Source.Calculated(var calculation) ->
                calculation.terms().stream().anyMatch(path -> path.scope().isEmpty() && anew.contains(path.key()));
            case Source.Percentile(TermKey of) -> anew.contains(of);
            default -> false;
        };
    }

    private static Set<Decision.Pair> otherModel(RuleSet then, RuleSet now) {
        Set<Decision.Pair> pairs = new HashSet<>();
        for (Action action : now.catalogue().actions().values()) {
            Optional<Action> before = then.catalogue().action(action.key());
            action.channels().stream()
                    .filter(channel -> before.isPresent()
                            && !before.get()
                                    .on(channel)
                                    .model()
                                    .equals(action.on(channel).model()))
                    .forEach(channel -> pairs.add(new Decision.Pair(action.key().value(), channel)));
        }
        return pairs;
    }
}
