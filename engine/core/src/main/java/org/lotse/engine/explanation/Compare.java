package org.lotse.engine.explanation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.rule.WordMatch;
import org.lotse.engine.term.Value;

/** Makes a comparison that rules have made once more, with another value. */
final class Compare {
    private Compare() {}

    static boolean holds(Operator operator, List<Value> needed, Optional<Value> read, LocalDate today) {
        if (operator == Operator.IS_MISSING || operator == Operator.IS_GIVEN) {
            return read.isEmpty() == (operator == Operator.IS_MISSING);
        }
        if (read.isEmpty() || needed.isEmpty()) {
            return false;
        }
        Value value = read.get();
        return switch (operator) {
            case IS, IS_ONE_OF -> needed.contains(value);
            case IS_NOT, IS_NONE_OF -> !needed.contains(value);
            case CONTAINS -> needed.stream().anyMatch(words -> WordMatch.contains(value.toString(), words.toString()));
            case STARTS_WITH ->
                WordMatch.startsWith(value.toString(), needed.getFirst().toString());
            case WITHIN_THE_LAST ->
                value instanceof Value.Date(LocalDate day)
                        && needed.getFirst() instanceof Value.Num(double days)
                        && !day.isAfter(today)
                        && !day.isBefore(today.minusDays((long) Math.min(days, 1_000_000)));
            case FROM, ABOVE, UP_TO, BELOW, BEFORE, AFTER ->
                ordered(operator, Axis.number(value), Axis.number(needed.getFirst()));
            case IS_GIVEN, IS_MISSING -> false;
        };
    }

    private static boolean ordered(Operator operator, OptionalDouble read, OptionalDouble needed) {
        if (read.isEmpty() || needed.isEmpty()) {
            return false;
        }
        int sign = Double.compare(read.getAsDouble(), needed.getAsDouble());
        return switch (operator) {
            case FROM -> sign >= 0;
            case ABOVE, AFTER -> sign > 0;
            case UP_TO -> sign <= 0;
            default -> sign < 0;
        };
    }
}
