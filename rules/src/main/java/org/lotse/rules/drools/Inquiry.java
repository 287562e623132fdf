package org.lotse.rules.drools;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.rule.Conclusion;
import org.lotse.engine.rule.Deferred;
import org.lotse.engine.rule.Firing;
import org.lotse.engine.rule.Keyed;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Value;

/**
 * The fact Drools matches: one question to all rows of a scope. The rule of the scope asks one round of rows after the
 * other and draws the conclusions later rounds read. For use by one thread.
 */
final class Inquiry {
    private final Scope scope;
    private final RuleTerms terms;
    private final Values values;
    private final LocalDate today;
    private final SortedSet<String> degraded;
    /** By number of the term. */
    private final @Nullable Object[] conclusions;

    private RowFact eligibility;
    private RowFact rest;

    /**
     * @param scope whose rows are asked
     * @param terms the rule terms to conclude
     * @param given what the request says; a rule term it sets is taken as it is
     * @param values what the rows read; concluded terms are put there
     * @param degraded takes codes of what could not be judged
     */
    Inquiry(Scope scope, RuleTerms terms, Terms given, Values values, LocalDate today, SortedSet<String> degraded) {
        this.scope = scope;
        this.terms = terms;
        this.values = values;
        this.today = today;
        this.degraded = degraded;
        this.eligibility = new RowFact(Round.NONE, values.firm(), today);
        this.rest = eligibility;
        this.conclusions = new Object[terms.keys().size()];
        int[] places = terms.places(given.layout());
        for (int number = 0; number < places.length; number++) {
            Value fixed = places[number] < 0 ? null : given.valueAt(places[number]);
            Conclusion unwritten = terms.unwritten(number);
            if (fixed != null) {
                put(number, new Conclusion(terms.keys().at(number), Optional.of(fixed), List.of(), List.of()));
            } else if (unwritten != null) {
                put(number, unwritten);
            }
        }
    }

    int scopeNumber() {
        return scope.number();
    }

    /** What was concluded. */
    Map<TermKey, Conclusion> conclusions() {
        return new Keyed<>(terms.keys(), conclusions);
    }

    RowFact eligibility() {
        return eligibility;
    }

    RowFact rest() {
        return rest;
    }

    /** Asks all rounds, each after those whose conclusions it reads. */
    void ask() {
        for (int level = 0; level < scope.levels().size(); level++) {
            conclude(level);
        }
        if (!scope.eligibility().isEmpty()) {
            eligibility = asked(scope.eligibility(), values.firm());
        }
        if (!scope.rest().isEmpty()) {
            rest = asked(scope.rest(), values.all());
        }
    }

    private RowFact asked(Round round, @Nullable Value[] read) {
        RowFact fact = new RowFact(round, read, today);
        round.ask(fact);
        return fact;
    }

    /** Asks the rows of one level and concludes its terms. */
    private void conclude(int number) {
        Scope.Level level = scope.levels().get(number);
        RowFact fact = asked(level.round(), values.all());
        int[] completed = terms.of(number);
        boolean isCounted = false;
        for (int each = 0; each < completed.length; each++) {
            if (conclusions[completed[each]] == null) {
                put(completed[each], conclusion(completed[each], level, terms.writing(number, each), fact));
                isCounted = true;
            }
        }
        if (!isCounted) {
            // What could not be judged is said even where nothing is left to conclude.
            level.round().counting(level.all(), fact, degraded);
        }
    }

    private void put(int number, Conclusion conclusion) {
        conclusions[number] = conclusion;
        if (terms.slot(number) >= 0 && conclusion.value().isPresent()) {
            values.put(terms.slot(number), conclusion.value().get());
        }
    }

    /** The sum of all points, else the value the first row sets; why is worked out when somebody reads it. */
    private Conclusion conclusion(int number, Scope.Level level, Bits writing, RowFact fact) {
        Term term = terms.term(number);
        Round round = level.round();
        boolean isWritten = false;
        boolean adds = false;
        double sum = 0;
        boolean isSet = false;
        @Nullable Value set = null;
        for (int place = round.firstCounting(level.all(), fact);
                place >= 0;
                place = round.nextCounting(level.all(), fact, place, degraded)) {
            if (writing.has(place)) {
                isWritten = true;
                List<Entry.Write> writes = round.entry(place).writes();
                for (int each = 0; each < writes.size() && !isSet; each++) {
                    Entry.Write write = writes.get(each);
                    if (write.term().equals(term.key())) {
                        Value written = write.needed().in(fact);
                        adds |= write.adds();
                        sum += write.adds() && written instanceof Value.Num points ? points.value() : 0;
                        isSet = !write.adds();
                        set = isSet ? written : null;
                    }
                }
            }
        }
        Optional<Value> value =
                isSet ? inRange(term, Optional.ofNullable(set)) : adds ? inRange(term, finite(sum)) : term.fallback();
        List<Firing> because =
                isWritten ? new Deferred<>(() -> Trace.fired(counting(level, writing, fact), fact)) : List.of();
        return new Conclusion(term.key(), value, because, Trace.nearest(terms.writers(number), fact));
    }

    private static List<Entry> counting(Scope.Level level, Bits writing, RowFact fact) {
        List<Entry> because = new ArrayList<>();
        for (Entry entry : level.round().counting(level.all(), fact, new TreeSet<>())) {
            if (writing.has(entry.place())) {
                because.add(entry);
            }
        }
        return because;
    }

    private static Optional<Value> finite(double sum) {
        return Double.isFinite(sum) ? Optional.of(Value.of(sum)) : Optional.empty();
    }

    private Optional<Value> inRange(Term term, Optional<Value> value) {
        if (term.range().isPresent()
                && value.orElse(null) instanceof Value.Num(double number)
                && !term.range().get().contains(number)) {
            degraded.add("OUT_OF_RANGE:" + term.key());
        }
        return value;
    }
}
