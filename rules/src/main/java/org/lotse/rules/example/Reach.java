package org.lotse.rules.example;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lotse.engine.decision.DecisionRecord;
import org.lotse.engine.rule.Conclusion;
import org.lotse.engine.rule.Settings;
import org.lotse.engine.term.Reading;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Value;
import org.lotse.rules.model.Condition;
import org.lotse.rules.model.Consequence;
import org.lotse.rules.model.Rule;
import org.lotse.rules.promise.ConditionHolds;
import org.lotse.rules.read.RuleContent;

/**
 * Which examples a small change can reach: those in which the row would hit where it did not, or no longer, or hits and
 * concludes something else. What the row reads is concluded before it, so it is the same with the change.
 */
final class Reach {
    private final SmallChange change;
    private final ZoneId zone;

    Reach(SmallChange change, RuleContent content) {
        this.change = change;
        this.zone = content.settings().map(Settings::zone).orElseThrow();
    }

    boolean concerns(Outcome outcome) {
        return outcome.decisions().stream().anyMatch(this::concerns);
    }

    private boolean concerns(DecisionRecord record) {
        if (!record.inputs().subject().type().equals(change.file().subject())) {
            return false;
        }
        return change.file().candidate().isPresent()
                || speaksNoMore()
                || concerns(record, true)
                || concerns(record, false);
    }

    /** Where the last row that allows an action is gone, the action passes the layer for everybody. */
    private boolean speaksNoMore() {
        return allows(change.before()) && !change.after().map(Reach::allows).orElse(false);
    }

    private static boolean allows(Rule rule) {
        return rule.consequences().stream()
                .anyMatch(each -> each instanceof Consequence.ActionVerdict verdict && verdict.allowed());
    }

    /** Rows about eligibility do not see stand-ins, others do: both ways count. */
    private boolean concerns(DecisionRecord record, boolean standIns) {
        Function<TermPath, Optional<Value>> values = values(record, standIns);
        boolean before = holds(change.before().condition(), record, values);
        Optional<Rule> after = change.after();
        boolean sameCondition = after.isPresent()
                && after.get().condition().equals(change.before().condition());
        if (after.isEmpty() || sameCondition) {
            return before;
        }
        return before != holds(after.get().condition(), record, values);
    }

    private boolean holds(Condition condition, DecisionRecord record, Function<TermPath, Optional<Value>> values) {
        return ConditionHolds.of(condition, values, record.inputs().at(), zone);
    }

    private static Function<TermPath, Optional<Value>> values(DecisionRecord record, boolean standIns) {
        Map<TermPath, Value> concluded = new HashMap<>();
        Map<TermKey, Conclusion> conclusions = record.decision().judgement().conclusions();
        conclusions.forEach(
                (key, conclusion) -> conclusion.value().ifPresent(value -> concluded.put(TermPath.of(key), value)));
        return path -> {
            Value known = concluded.get(path);
            if (known != null) {
                return Optional.of(known);
            }
            Reading reading = record.inputs().terms().at(path);
            return standIns || reading instanceof Reading.Known ? reading.value() : Optional.empty();
        };
    }
}
