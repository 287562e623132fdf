package org.lotse.rules.drools;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.rule.Conclusion;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Value;

/**
 * The fact Drools matches: one question to all rows of a scope. Each rule of the scope's network asks one round of rows and
 * draws the conclusions later rounds read. For use by one thread.
 */
final class Inquiry {
    private final Scope scope;
    private final Map<TermKey, Term> terms;
    private final Values values;
    private final LocalDate today;
    private final SortedSet<String> degraded;
    private final Map<TermKey, Conclusion> conclusions = new HashMap<>();
    private RowFact eligibility;
    private RowFact rest;

    /**
     * @param scope whose rows are asked
     * @param terms the rule terms to conclude
     * @param given what the request says; a rule term it sets is taken as it is
     * @param values what the rows read; concluded terms are put there
     * @param degraded takes codes of what could not be judged
     */
    Inquiry(
            Scope scope,
            Map<TermKey, Term> terms,
            Terms given,
            Values values,
            LocalDate today,
            SortedSet<String> degraded) {
        this.scope = scope;
        this.terms = terms;
        this.values = values;
        this.today = today;
        this.degraded = degraded;
        this.eligibility = new RowFact(Round.NONE, values.firm(), today);
        this.rest = eligibility;
        for (Term term : terms.values()) {
            Optional<Value> fixed = given.value(term.key());
            if (fixed.isPresent() || !scope.writers().containsKey(term.key())) {
                put(new Conclusion(term.key(), fixed.isPresent() ? fixed : term.fallback(), List.of(), List.of()));
            }
        }
    }

    int scopeNumber() {
        return scope.number();
    }

    /** What was concluded. */
    Map<TermKey, Conclusion> conclusions() {
        return conclusions;
    }

    RowFact eligibility() {
        return eligibility;
    }

    RowFact rest() {
        return rest;
    }

    /** Asks all rounds, each after those whose conclusions it reads. */
    void askAll() {
        for (int level = 0; level < scope.levels().size(); level++) {
            conclude(scope.levels().get(level));
        }
        if (!scope.eligibility().isEmpty()) {
            askEligibility();
        }
        if (!scope.rest().isEmpty()) {
            askRest();
        }
    }

    /** Asks the rows of eligibility. */
    void askEligibility() {
        eligibility = new RowFact(scope.eligibility(), values.firm(), today);
        scope.eligibility().ask(eligibility);
    }

    /** Asks the rows of the other layers, of channels and of added actions. */
    void askRest() {
        rest = new RowFact(scope.rest(), values.all(), today);
        scope.rest().ask(rest);
    }

    /** Asks the rows of one level and concludes its terms. */
    void conclude(Scope.Level level) {
        RowFact fact = new RowFact(level.round(), values.all(), today);
        level.round().ask(fact);
        List<Entry> counting = level.round().counting(level.all(), fact, degraded);
        for (TermKey key : level.terms()) {
            Term term = terms.get(key);
            if (term != null && !conclusions.containsKey(key)) {
                put(conclusion(term, counting, fact));
            }
        }
    }

    private void put(Conclusion conclusion) {
        conclusions.put(conclusion.term(), conclusion);
        if (conclusion.value().isPresent()) {
            values.put(TermPath.of(conclusion.term()), conclusion.value().get());
        }
    }

    private Conclusion conclusion(Term term, List<Entry> counting, RowFact fact) {
        List<Entry> because = new ArrayList<>(counting.size());
        for (int each = 0; each < counting.size(); each++) {
            if (counting.get(each).writes(term.key())) {
                because.add(counting.get(each));
            }
        }
        return new Conclusion(
                term.key(),
                because.isEmpty() ? term.fallback() : value(term, because, fact),
                Trace.fired(because, fact),
                Trace.nearest(scope.writers().getOrDefault(term.key(), List.of()), fact));
    }

    /** The sum of all points, else the value the first row sets. */
    private Optional<Value> value(Term term, List<Entry> counting, RowFact fact) {
        double sum = 0;
        boolean adds = false;
        for (Entry entry : counting) {
            for (Entry.Write write : entry.writes()) {
                if (!write.term().equals(term.key())) {
                    continue;
                }
                @Nullable Value written = write.needed().in(fact);
                if (!write.adds()) {
                    return inRange(term, Optional.ofNullable(written));
                }
                adds = true;
                sum += written instanceof Value.Num(double number) ? number : 0;
            }
        }
        return adds ? inRange(term, finite(sum)) : term.fallback();
    }

    private static Optional<Value> finite(double sum) {
        return Double.isFinite(sum) ? Optional.of(Value.of(sum)) : Optional.empty();
    }

    private Optional<Value> inRange(Term term, Optional<Value> value) {
        if (value.orElse(null) instanceof Value.Num(double number)
                && term.range().isPresent()
                && !term.range().get().contains(number)) {
            degraded.add("OUT_OF_RANGE:" + term.key());
        }
        return value;
    }
}
