package org.lotse.rules.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermType;
import org.lotse.engine.term.Value;
import org.lotse.rules.model.Condition;
import org.lotse.rules.model.Operand;
import org.lotse.rules.sentence.Words.Named;

/**
 * Reads one comparison of a term: English {@code the churn risk is above 0.4}, German with the verb in second place
 * ({@code das Kündigungsrisiko liegt über 0,4}) or last ({@code das Kündigungsrisiko über 0,4 liegt}).
 */
final class ReadComparison {
    private static final java.util.Set<String> VERBS =
            java.util.Set.of("is", "are", "lies", "lie", "contains", "contain", "starts", "start");
    private final Words words;
    private final Phrases phrases;
    private final Names<Operator> operators;
    private final ReadTerm terms;
    private final ReadValue values;

    ReadComparison(Words words, ReadTerm terms, ReadValue values) {
        this.words = words;
        this.phrases = Phrases.in(words.language());
        this.operators = phrases.operatorNames();
        this.terms = terms;
        this.values = values;
    }

    Condition.Test read(Cursor cursor) {
        int start = cursor.at();
        Named named = terms.read(cursor);
        if (!words.isGerman() && !cursor.sees(VERBS)) {
            throw cursor.stuck("NOT_UNDERSTOOD.sentence-comparison", terms.nearest(cursor, start));
        }
        return words.isGerman() ? german(cursor, named) : english(cursor, named);
    }

    private Condition.Test english(Cursor cursor, Named named) {
        if (cursor.accept("contains", "contain")) {
            return text(cursor, named, Operator.CONTAINS);
        }
        if (cursor.accept("starts", "start")) {
            cursor.expect("NOT_UNDERSTOOD.sentence-with", java.util.Set.of("with"));
            return text(cursor, named, Operator.STARTS_WITH);
        }
        cursor.accept(phrases.verbs());
        return compared(cursor, named);
    }

    private Condition.Test german(Cursor cursor, Named named) {
        if (cursor.accept("fehlt", "fehlen")) {
            return new Condition.Test(named.path(), Operator.IS_MISSING, List.of(), "");
        }
        if (cursor.accept("enthält", "enthalten")) {
            return text(cursor, named, Operator.CONTAINS);
        }
        if (cursor.accept("beginnt", "beginnen")) {
            cursor.expect("NOT_UNDERSTOOD.sentence-with", java.util.Set.of("mit"));
            return text(cursor, named, Operator.STARTS_WITH);
        }
        if (cursor.accept(phrases.verbs())) {
            return compared(cursor, named);
        }
        return verbLast(cursor, named);
    }

    private Condition.Test verbLast(Cursor cursor, Named named) {
        if (cursor.accept("mit")) {
            Condition.Test test = text(cursor, named, Operator.STARTS_WITH);
            cursor.expect("NOT_UNDERSTOOD.sentence-verb", java.util.Set.of("beginnt", "beginnen"));
            return test;
        }
        if (named.term().type() == TermType.TEXT && cursor.token().kind() == Token.Kind.QUOTED) {
            int start = cursor.at();
            Condition.Test test = text(cursor, named, Operator.CONTAINS);
            if (cursor.accept("enthält", "enthalten")) {
                return test;
            }
            cursor.backTo(start);
        }
        Condition.Test test = compared(cursor, named);
        cursor.expect("NOT_UNDERSTOOD.sentence-verb", phrases.verbs());
        return test;
    }

    /** Operator and operands, as they follow the verb or stand before it. */
    private Condition.Test compared(Cursor cursor, Named named) {
        int start = cursor.at();
        Optional<Names.Match<Operator>> said = operators.longest(cursor.tokens(), start);
        Operator operator = said.map(match -> match.meant().iterator().next()).orElse(Operator.IS);
        cursor.skip(said.map(Names.Match::length).orElse(0));
        if (!fits(operator, named.term().type())) {
            throw cursor.stuckAt(
                    start, "WRONG_TYPE.sentence-operator", named.path().toString());
        }
        if (operator == Operator.IS_GIVEN && isConsent(named.term())) {
            throw cursor.stuckAt(
                    start, "WRONG_TYPE.sentence-consent", named.path().toString());
        }
        return new Condition.Test(named.path(), operator, operands(cursor, operator, named.term()), "");
    }

    private List<Operand> operands(Cursor cursor, Operator operator, Term term) {
        return switch (operator) {
            case IS_GIVEN, IS_MISSING -> List.of();
            case IS_ONE_OF, IS_NONE_OF -> several(cursor, term);
            case WITHIN_THE_LAST -> List.of(values.days(cursor));
            case IS, IS_NOT, FROM, ABOVE, UP_TO, BELOW, BEFORE, AFTER, CONTAINS, STARTS_WITH ->
                List.of(values.read(cursor, term));
        };
    }

    private List<Operand> several(Cursor cursor, Term term) {
        List<Operand> several = new ArrayList<>();
        several.add(values.read(cursor, term));
        while (cursor.sees(",", "|", phrases.or())) {
            int joiner = cursor.at();
            cursor.take();
            Optional<Value> next = values.tryValue(cursor, term);
            if (next.isEmpty()) {
                cursor.backTo(joiner);
                break;
            }
            several.add(new Operand.Fixed(next.get()));
        }
        return several;
    }

    private Condition.Test text(Cursor cursor, Named named, Operator operator) {
        if (named.term().type() != TermType.TEXT) {
            throw cursor.stuckAt(
                    cursor.at() - 1,
                    "WRONG_TYPE.sentence-operator",
                    named.path().toString());
        }
        List<Operand> operands = operator == Operator.CONTAINS
                ? several(cursor, named.term())
                : List.of(values.read(cursor, named.term()));
        return new Condition.Test(named.path(), operator, operands, "");
    }

    private static boolean fits(Operator operator, TermType type) {
        return switch (operator) {
            case IS, IS_NOT, IS_GIVEN, IS_MISSING -> true;
            case IS_ONE_OF, IS_NONE_OF -> type != TermType.DATE;
            case FROM, UP_TO -> type.isNumeric() || type == TermType.DATE;
            case ABOVE, BELOW -> type.isNumeric();
            case BEFORE, AFTER, WITHIN_THE_LAST -> type == TermType.DATE;
            case CONTAINS, STARTS_WITH -> type == TermType.TEXT;
        };
    }

    private static boolean isConsent(Term term) {
        return term.source() instanceof Source.Consent;
    }
}
