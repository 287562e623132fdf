package org.lotse.rules.sentence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermType;
import org.lotse.engine.term.Value;
import org.lotse.rules.model.Operand;
import org.lotse.rules.sentence.Words.Named;

/** Reads what a term is compared with or set to: a value of its type with its unit, another term, a calculation. */
final class ReadValue {
    private static final Set<String> PERCENT = Set.of("%", "percent", "prozent");
    private static final Set<String> MONEY = Set.of("€", "eur", "euro", "euros");
    private static final Map<String, Double> DAYS = Map.ofEntries(
            Map.entry("day", 1.0),
            Map.entry("days", 1.0),
            Map.entry("tag", 1.0),
            Map.entry("tage", 1.0),
            Map.entry("tagen", 1.0),
            Map.entry("week", 7.0),
            Map.entry("weeks", 7.0),
            Map.entry("woche", 7.0),
            Map.entry("wochen", 7.0));

    private final Words words;
    private final Phrases phrases;
    private final ReadTerm terms;
    private final ReadCalculation calculations;

    ReadValue(Words words, ReadTerm terms) {
        this.words = words;
        this.phrases = Phrases.in(words.language());
        this.terms = terms;
        this.calculations = new ReadCalculation(terms);
    }

    /** The operand next, for a term; gives up when there is none that fits. */
    Operand read(Cursor cursor, Term term) {
        if (cursor.sees("calc")) {
            return calculated(cursor, term);
        }
        int start = cursor.at();
        Optional<Value> value = tryValue(cursor, term);
        if (value.isPresent()) {
            return new Operand.Fixed(value.get());
        }
        Optional<Named> other = terms.tryRead(cursor);
        if (other.isEmpty()) {
            throw unknown(cursor, term);
        }
        if (!areComparable(term, other.get().term())) {
            throw cursor.stuckAt(
                    start,
                    "WRONG_TYPE.sentence-compared",
                    term.key().value(),
                    other.get().path().toString());
        }
        return new Operand.OfTerm(other.get().path());
    }

    /** The value next; finds nothing and stays when there is none of the term's kind. */
    Optional<Value> tryValue(Cursor cursor, Term term) {
        return switch (term.type()) {
            case NUMBER, MONEY, PROBABILITY, PERCENT, COUNT, DURATION -> number(cursor, term);
            case DATE -> day(cursor);
            case TEXT -> quoted(cursor).map(Value::text);
            case CHOICE -> choice(cursor, term).map(Value::choice);
            case YES_NO -> yesNo(cursor);
        };
    }

    /** A count of days: what {@code within the last} takes. */
    Operand days(Cursor cursor) {
        int start = cursor.at();
        OptionalDouble number = plainNumber(cursor);
        Double factor = DAYS.get(cursor.token().word());
        if (number.isEmpty() || factor == null) {
            throw cursor.stuckAt(start, "NOT_UNDERSTOOD.sentence-days");
        }
        cursor.take();
        return new Operand.Fixed(Value.of(number.getAsDouble() * factor));
    }

    /** A number of points, or a calculation of them. */
    Operand points(Cursor cursor) {
        if (cursor.accept("calc")) {
            return new Operand.Calculated(calculations.read(cursor));
        }
        OptionalDouble number = plainNumber(cursor);
        if (number.isEmpty()) {
            throw cursor.stuck("NOT_UNDERSTOOD.sentence-points");
        }
        return new Operand.Fixed(Value.of(number.getAsDouble()));
    }

    private Operand calculated(Cursor cursor, Term term) {
        if (!term.type().isNumeric()) {
            throw cursor.stuck("WRONG_TYPE.sentence-calculated", term.key().value());
        }
        cursor.take();
        return new Operand.Calculated(calculations.read(cursor));
    }

    private Optional<Value> number(Cursor cursor, Term term) {
        int start = cursor.at();
        boolean priced = term.type() == TermType.MONEY && cursor.accept(MONEY);
        OptionalDouble plain = plainNumber(cursor);
        if (plain.isEmpty()) {
            cursor.backTo(start);
            return Optional.empty();
        }
        double number = inUnit(cursor, term.type(), plain.getAsDouble(), priced);
        boolean whole = term.type() != TermType.COUNT || number == Math.rint(number);
        boolean inRange = term.range().map(range -> range.contains(number)).orElse(true);
        if (!whole || !inRange || !isPossible(term.type(), number)) {
            throw cursor.stuckAt(start, "OUT_OF_RANGE.sentence", term.key().value(), limits(term));
        }
        return Optional.of(Value.of(number));
    }

    private OptionalDouble plainNumber(Cursor cursor) {
        boolean negative = cursor.sees("-") && cursor.next().kind() == Token.Kind.NUMBER;
        if (negative) {
            cursor.take();
        }
        if (cursor.token().kind() != Token.Kind.NUMBER) {
            return OptionalDouble.empty();
        }
        OptionalDouble number = Numbers.read(cursor.token().text(), words.language());
        if (number.isEmpty()) {
            throw cursor.stuck("WRONG_TYPE.sentence-number");
        }
        cursor.take();
        return negative ? OptionalDouble.of(-number.getAsDouble()) : number;
    }

    private static double inUnit(Cursor cursor, TermType type, double number, boolean priced) {
        return switch (type) {
            case PROBABILITY -> cursor.accept(PERCENT) ? number / 100 : number;
            case PERCENT -> {
                cursor.accept(PERCENT);
                yield number;
            }
            case MONEY -> {
                if (!priced) {
                    cursor.accept(MONEY);
                }
                yield number;
            }
            case DURATION -> {
                Double factor = DAYS.get(cursor.token().word());
                if (factor != null) {
                    cursor.take();
                }
                yield factor == null ? number : number * factor;
            }
            case NUMBER, COUNT, DATE, TEXT, CHOICE, YES_NO -> number;
        };
    }

    private static boolean isPossible(TermType type, double number) {
        return switch (type) {
            case PROBABILITY -> 0 <= number && number <= 1;
            case PERCENT -> 0 <= number && number <= 100;
            case COUNT -> number >= 0;
            case NUMBER, MONEY, DURATION, DATE, TEXT, CHOICE, YES_NO -> true;
        };
    }

    private static String limits(Term term) {
        return term.range()
                .map(range -> Value.of(range.lowest()) + " .. " + Value.of(range.highest()))
                .orElse(
                        switch (term.type()) {
                            case PROBABILITY -> "0 .. 1";
                            case PERCENT -> "0 .. 100";
                            case COUNT -> "0, 1, 2 ...";
                            default -> "";
                        });
    }

    private static Optional<Value> day(Cursor cursor) {
        if (cursor.token().kind() != Token.Kind.DATE) {
            return Optional.empty();
        }
        Value day = Numbers.day(cursor.token().text())
                .map(Value::of)
                .orElseThrow(() -> cursor.stuck("BAD_DATE_RANGE.sentence"));
        cursor.take();
        return Optional.of(day);
    }

    private static Optional<String> quoted(Cursor cursor) {
        return cursor.token().kind() == Token.Kind.QUOTED
                ? Optional.of(cursor.take().text())
                : Optional.empty();
    }

    private Optional<String> choice(Cursor cursor, Term term) {
        Names<String> values = words.valuesOf(term);
        if (cursor.token().kind() == Token.Kind.QUOTED) {
            Set<String> meant = values.exactly(cursor.token().text());
            if (meant.size() != 1) {
                throw unknown(cursor, term);
            }
            cursor.take();
            return Optional.of(meant.iterator().next());
        }
        return values.longest(cursor.tokens(), cursor.at())
                .filter(match -> match.meant().size() == 1)
                .map(match -> {
                    cursor.skip(match.length());
                    return match.meant().iterator().next();
                });
    }

    private Optional<Value> yesNo(Cursor cursor) {
        if (cursor.accept(Set.copyOf(phrases.yes()))) {
            return Optional.of(Value.of(true));
        }
        return cursor.accept(Set.copyOf(phrases.no())) ? Optional.of(Value.of(false)) : Optional.empty();
    }

    private static boolean areComparable(Term term, Term other) {
        boolean plain = term.type() == TermType.NUMBER || other.type() == TermType.NUMBER;
        return term.type() == other.type()
                || plain && term.type().isNumeric() && other.type().isNumeric();
    }

    private Cursor.Stuck unknown(Cursor cursor, Term term) {
        String expected = switch (term.type()) {
            case CHOICE -> String.join(", ", choiceTitles(term));
            case YES_NO -> phrases.yes().getFirst() + ", " + phrases.no().getFirst();
            case TEXT -> "\"...\"";
            case DATE -> "24.12.2026";
            default -> "123";
        };
        return cursor.stuck("UNKNOWN_VALUE.sentence", term.key().value(), expected);
    }

    private List<String> choiceTitles(Term term) {
        return term.values().values().stream()
                .map(title -> title.in(words.language()))
                .toList();
    }
}
