package org.lotse.rules.drools;

import java.time.LocalDate;
import java.util.List;
import org.lotse.engine.term.TermKey;
import org.lotse.rules.model.Consequence;
import org.lotse.rules.model.Rule;
import org.lotse.rules.model.RuleFile;

/**
 * A row as it is asked in one round. A row with consequences of several kinds is asked in several rounds.
 *
 * @param place its place in the round, and its bit among the hits
 * @param file the file it stands in
 * @param rule the row
 * @param asked its condition
 * @param consequences what it concludes in this round
 * @param writes the terms it sets or adds to in this round
 */
record Entry(int place, RuleFile file, Rule rule, Asked asked, List<Consequence> consequences, List<Write> writes) {
    /**
     * A term that is set or added to.
     *
     * @param adds whether points are added
     * @param needed the value
     */
    record Write(TermKey term, boolean adds, Asked.Needed needed) {}

    static Entry of(int place, RuleFile file, Rule rule, Asked asked, List<Consequence> consequences, Slots slots) {
        return new Entry(
                place,
                file,
                rule,
                asked,
                List.copyOf(consequences),
                consequences.stream()
                        .flatMap(each -> switch (each) {
                            case Consequence.SetTerm set ->
                                java.util.stream.Stream.of(
                                        new Write(set.term(), false, Asked.needed(set.value(), slots)));
                            case Consequence.AddPoints add ->
                                java.util.stream.Stream.of(
                                        new Write(add.term(), true, Asked.needed(add.points(), slots)));
                            default -> java.util.stream.Stream.empty();
                        })
                        .toList());
    }

    boolean isValidOn(LocalDate day) {
        return !(rule.validFrom().isPresent() && day.isBefore(rule.validFrom().get()))
                && !(rule.validUntil().isPresent()
                        && day.isAfter(rule.validUntil().get()));
    }

    /** Whether it holds for this fact, asked without any index. */
    boolean holds(RowFact fact) {
        return isValidOn(fact.today()) && asked.holds(fact);
    }

    /** Whether it sets the term or adds to it. */
    boolean writes(TermKey term) {
        for (Write write : writes) {
            if (write.term().equals(term)) {
                return true;
            }
        }
        return false;
    }
}
