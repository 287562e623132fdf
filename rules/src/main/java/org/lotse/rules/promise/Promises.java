package org.lotse.rules.promise;

import java.util.List;
import java.util.Optional;
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

    /** The first promise this decision would break. */
    public Optional<Promise> firstBrokenBy(DecisionFacts facts) {
        for (Promise promise : promises) {
            if (isBroken(promise, facts)) {
                return Optional.of(promise);
            }
        }
        return Optional.empty();
    }

    /** Whether one promise would be broken by this decision. */
    public static boolean isBroken(Promise promise, DecisionFacts facts) {
        Truth holds = holds(promise.condition(), facts);
        return switch (promise.kind()) {
            case NEVER -> holds == Truth.TRUE;
            case ALWAYS -> holds == Truth.FALSE;
        };
    }

    /** True when all parts are, false when one is; the rest is then not asked. */
    private static Truth all(List<Condition> parts, DecisionFacts facts) {
        Truth all = Truth.TRUE;
        for (Condition part : parts) {
            Truth holds = holds(part, facts);
            if (holds == Truth.FALSE) {
                return Truth.FALSE;
            }
            all = holds == Truth.UNKNOWN ? Truth.UNKNOWN : all;
        }
        return all;
    }

    /** True when one part is, false when all are. */
    private static Truth any(List<Condition> parts, DecisionFacts facts) {
        Truth any = Truth.FALSE;
        for (Condition part : parts) {
            Truth holds = holds(part, facts);
            if (holds == Truth.TRUE) {
                return Truth.TRUE;
            }
            any = holds == Truth.UNKNOWN ? Truth.UNKNOWN : any;
        }
        return any;
    }

    static Truth holds(Condition condition, DecisionFacts facts) {
        return switch (condition) {
            case Condition.All(List<Condition> parts) -> all(parts, facts);
            case Condition.Any(List<Condition> parts) -> any(parts, facts);
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
