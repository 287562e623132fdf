package org.lotse.rules.promise;

import java.util.List;
import org.lotse.rules.model.Condition;
import org.lotse.rules.model.Promise;

/** The promises of a bundle, asked of every decision before it is answered. Immutable and safe for many threads. */
public final class Promises {
    private final List<Promise> promises;

    /** @param promises as read from the bundle */
    public Promises(List<Promise> promises) {
        this.promises = List.copyOf(promises);
    }

    /**
     * The promises this decision would break, in the order of the file. Where a term is missing a promise is kept: what
     * is not known neither happens "never" nor fails to hold "always".
     */
    public List<Promise> brokenBy(DecisionFacts facts) {
        return promises.stream().filter(promise -> isBroken(promise, facts)).toList();
    }

    /** Whether one promise would be broken by this decision. */
    public static boolean isBroken(Promise promise, DecisionFacts facts) {
        Truth holds = holds(promise.condition(), facts);
        return switch (promise.kind()) {
            case NEVER -> holds == Truth.TRUE;
            case ALWAYS -> holds == Truth.FALSE;
        };
    }

    static Truth holds(Condition condition, DecisionFacts facts) {
        return switch (condition) {
            case Condition.All(List<Condition> parts) ->
                Truth.all(parts.stream().map(part -> holds(part, facts)).toList());
            case Condition.Any(List<Condition> parts) ->
                Truth.any(parts.stream().map(part -> holds(part, facts)).toList());
            case Condition.Test test -> new Compared(test, facts).holds();
            case Condition.ChosenAction(var actions) ->
                Truth.of(facts.action().filter(actions::matches).isPresent());
            case Condition.ChosenChannel(var channel) ->
                Truth.of(facts.channel()
                        .filter(used -> used.key().equals(channel))
                        .isPresent());
            case Condition.Objection(var purpose) -> Truth.of(facts.hasObjectedTo(purpose));
            case Condition.ConsentMissing() -> Truth.of(facts.lacksConsent());
        };
    }
}
