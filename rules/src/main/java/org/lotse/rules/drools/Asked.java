package org.lotse.rules.drools;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.rule.WordMatch;
import org.lotse.engine.term.Value;
import org.lotse.rules.model.Condition;
import org.lotse.rules.model.Operand;

/** A condition with its terms found in their slots. Immutable. */
sealed interface Asked {
    /** All parts hold. */
    record All(List<Asked> parts) implements Asked {}

    /** At least one part holds. */
    record Any(List<Asked> parts) implements Asked {}

    /** One comparison. */
    record Test(int slot, Operator operator, List<Needed> needed, Condition.Test source) implements Asked {}

    /** Not asked of rows: a condition only promises can have. */
    record Never() implements Asked {}

    /** What is compared with. */
    sealed interface Needed {
        /** A fixed value. */
        record Fixed(Value value) implements Needed {}

        /** Another term. */
        record Other(int slot) implements Needed {}

        /** A calculation. */
        record Calculated(Operand.Calculated source, Slots slots) implements Needed {}

        default @Nullable Value in(RowFact fact) {
            return switch (this) {
                case Fixed(Value value) -> value;
                case Other(int slot) -> fact.value(slot);
                case Calculated(var source, var slots) -> {
                    var number = source.calculation().evaluate(path -> fact.number(slots.of(path)));
                    yield number.isPresent() ? Value.of(number.getAsDouble()) : null;
                }
            };
        }
    }

    static Asked of(Condition condition, Slots slots) {
        return switch (condition) {
            case Condition.All(var parts) ->
                new All(parts.stream().map(part -> of(part, slots)).toList());
            case Condition.Any(var parts) ->
                new Any(parts.stream().map(part -> of(part, slots)).toList());
            case Condition.Test test ->
                new Test(
                        slots.of(test.term()),
                        test.operator(),
                        test.operands().stream()
                                .map(operand -> needed(operand, slots))
                                .toList(),
                        test);
            case Condition.ChosenAction ignored -> new Never();
            case Condition.ChosenChannel ignored -> new Never();
            case Condition.Objection ignored -> new Never();
            case Condition.ConsentMissing ignored -> new Never();
        };
    }

    static Needed needed(Operand operand, Slots slots) {
        return switch (operand) {
            case Operand.Fixed(var value) -> new Needed.Fixed(value);
            case Operand.OfTerm(var term) -> new Needed.Other(slots.of(term));
            case Operand.Calculated calculated -> {
                calculated.calculation().terms().forEach(slots::of);
                yield new Needed.Calculated(calculated, slots);
            }
        };
    }

    /** Whether it holds for this fact. */
    default boolean holds(RowFact fact) {
        return switch (this) {
            case All(var parts) -> {
                for (Asked part : parts) {
                    if (!part.holds(fact)) {
                        yield false;
                    }
                }
                yield true;
            }
            case Any(var parts) -> {
                for (Asked part : parts) {
                    if (part.holds(fact)) {
                        yield true;
                    }
                }
                yield false;
            }
            case Test test -> compare(test, fact);
            case Never ignored -> false;
        };
    }

    /** How many comparisons would have to come out differently for it to hold. */
    default int unmet(RowFact fact) {
        return switch (this) {
            case All(var parts) -> {
                int unmet = 0;
                for (Asked part : parts) {
                    unmet += part.unmet(fact);
                }
                yield unmet;
            }
            case Any(var parts) -> {
                int least = parts.isEmpty() ? 1 : Integer.MAX_VALUE;
                for (Asked part : parts) {
                    least = Math.min(least, part.unmet(fact));
                }
                yield least;
            }
            case Test test -> compare(test, fact) ? 0 : 1;
            case Never ignored -> 1;
        };
    }

    private static boolean compare(Test test, RowFact fact) {
        Value read = fact.value(test.slot());
        if (read == null || test.operator() == Operator.IS_MISSING || test.operator() == Operator.IS_GIVEN) {
            return (read == null) == (test.operator() == Operator.IS_MISSING);
        }
        List<Needed> needed = test.needed();
        return switch (test.operator()) {
            case IS_ONE_OF -> isOneOf(read, needed, fact);
            case IS_NONE_OF -> needed.stream().allMatch(each -> differs(read, each.in(fact)));
            case CONTAINS -> needed.stream().anyMatch(each -> holds(read, each.in(fact)));
            default -> {
                Value other = needed.getFirst().in(fact);
                yield other != null && compare(test.operator(), read, other, fact.today());
            }
        };
    }

    private static boolean isOneOf(Value read, List<Needed> needed, RowFact fact) {
        for (Needed each : needed) {
            if (read.equals(each.in(fact))) {
                return true;
            }
        }
        return false;
    }

    private static boolean differs(Value read, @Nullable Value other) {
        return other != null && !read.equals(other);
    }

    /** Whether the words stand in the text. */
    private static boolean holds(Value read, @Nullable Value words) {
        return words != null && WordMatch.contains(read.toString(), words.toString());
    }

    private static boolean compare(Operator operator, Value read, Value other, LocalDate today) {
        return switch (operator) {
            case IS -> read.equals(other);
            case IS_NOT -> !read.equals(other);
            case FROM, AFTER, ABOVE, UP_TO, BEFORE, BELOW -> ordered(operator, read, other);
            case WITHIN_THE_LAST -> within(read, other, today);
            case STARTS_WITH -> WordMatch.startsWith(read.toString(), other.toString());
            case IS_ONE_OF, IS_NONE_OF, CONTAINS, IS_GIVEN, IS_MISSING -> false;
        };
    }

    private static boolean ordered(Operator operator, Value read, Value other) {
        int sign;
        if (read instanceof Value.Num(double a) && other instanceof Value.Num(double b)) {
            sign = Double.compare(a, b);
        } else if (read instanceof Value.Date(LocalDate a) && other instanceof Value.Date(LocalDate b)) {
            sign = a.compareTo(b);
        } else {
            return false;
        }
        return switch (operator) {
            case FROM -> sign >= 0;
            case ABOVE, AFTER -> sign > 0;
            case UP_TO -> sign <= 0;
            default -> sign < 0;
        };
    }

    private static boolean within(Value read, Value days, LocalDate today) {
        return read instanceof Value.Date(LocalDate day)
                && days instanceof Value.Num(double number)
                && !day.isAfter(today)
                && !day.isBefore(today.minusDays((long) Math.min(number, 1_000_000)));
    }
}
