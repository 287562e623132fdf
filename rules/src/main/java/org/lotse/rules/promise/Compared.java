package org.lotse.rules.promise;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.rule.WordMatch;
import org.lotse.engine.term.Value;
import org.lotse.rules.model.Condition;
import org.lotse.rules.model.Operand;

/** One comparison of a promise, asked of a decision. */
record Compared(Condition.Test test, DecisionFacts facts) {

    Truth holds() {
        Optional<Value> read = facts.values().apply(test.term());
        if (test.operator() == Operator.IS_MISSING || test.operator() == Operator.IS_GIVEN) {
            return Truth.of(read.isEmpty() == (test.operator() == Operator.IS_MISSING));
        }
        List<Optional<Value>> needed = test.operands().stream().map(this::value).toList();
        if (read.isEmpty() || needed.stream().anyMatch(Optional::isEmpty)) {
            return Truth.UNKNOWN;
        }
        List<Value> values = needed.stream().flatMap(Optional::stream).toList();
        return Truth.of(
                switch (test.operator()) {
                    case IS_ONE_OF -> values.stream().anyMatch(value -> isSame(read.get(), value));
                    case CONTAINS ->
                        values.stream()
                                .anyMatch(value -> WordMatch.contains(read.get().toString(), value.toString()));
                    case IS_NONE_OF -> values.stream().noneMatch(value -> isSame(read.get(), value));
                    default -> compare(read.get(), values.getFirst());
                });
    }

    private boolean compare(Value read, Value needed) {
        return switch (test.operator()) {
            case IS -> isSame(read, needed);
            case IS_NOT -> !isSame(read, needed);
            case FROM -> order(read, needed) >= 0;
            case ABOVE, AFTER -> order(read, needed) > 0;
            case UP_TO -> order(read, needed) <= 0;
            case BELOW, BEFORE -> order(read, needed) < 0;
            case WITHIN_THE_LAST -> isWithinTheLast(read, needed);
            case STARTS_WITH -> WordMatch.startsWith(read.toString(), needed.toString());
            case IS_ONE_OF, IS_NONE_OF, CONTAINS, IS_GIVEN, IS_MISSING ->
                throw new IllegalStateException("The operator " + test.operator() + " is asked before.");
        };
    }

    private Optional<Value> value(Operand operand) {
        return switch (operand) {
            case Operand.Fixed(Value value) -> Optional.of(value);
            case Operand.OfTerm(var term) -> facts.values().apply(term);
            case Operand.Calculated(var calculation) -> {
                OptionalDouble result = calculation.evaluate(
                        term -> facts.values().apply(term).orElse(null) instanceof Value.Num(double number)
                                ? OptionalDouble.of(number)
                                : OptionalDouble.empty());
                yield result.isPresent() ? Optional.of(Value.of(result.getAsDouble())) : Optional.empty();
            }
        };
    }

    private boolean isWithinTheLast(Value read, Value days) {
        if (!(read instanceof Value.Date(var day)) || !(days instanceof Value.Num(double count))) {
            return false;
        }
        var today = facts.at().atZone(facts.zone()).toLocalDate();
        long ago = ChronoUnit.DAYS.between(day, today);
        return 0 <= ago && ago <= count;
    }

    private static boolean isSame(Value read, Value needed) {
        return read instanceof Value.Text && needed instanceof Value.Text
                ? folded(read).equals(folded(needed))
                : read.equals(needed);
    }

    private static int order(Value read, Value needed) {
        if (read instanceof Value.Num(double a) && needed instanceof Value.Num(double b)) {
            return Double.compare(a, b);
        }
        if (read instanceof Value.Date(var a) && needed instanceof Value.Date(var b)) {
            return a.compareTo(b);
        }
        throw new IllegalArgumentException("The values " + read + " and " + needed + " have no order."
                + " Maybe the promise was read with another vocabulary.");
    }

    private static String folded(Value value) {
        return value.toString().toLowerCase(Locale.ROOT);
    }
}
