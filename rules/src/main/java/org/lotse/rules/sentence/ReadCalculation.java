package org.lotse.rules.sentence;

import java.util.ArrayList;
import java.util.List;
import org.lotse.engine.calculation.Calculation;
import org.lotse.engine.calculation.Calculation.Sign;

/** Reads what follows {@code calc}: numbers with a decimal point, {@code [terms]}, + - * /, min, max, round, brackets. */
final class ReadCalculation {
    private static final int DEEPEST = 20;
    private final ReadTerm terms;

    ReadCalculation(ReadTerm terms) {
        this.terms = terms;
    }

    /** The calculation next. */
    Calculation read(Cursor cursor) {
        return sum(cursor, 0);
    }

    private Calculation sum(Cursor cursor, int depth) {
        Calculation left = product(cursor, depth);
        while (cursor.sees("+", "-")) {
            Sign sign = cursor.take().text().equals("+") ? Sign.PLUS : Sign.MINUS;
            left = new Calculation.Binary(sign, left, product(cursor, depth));
        }
        return left;
    }

    private Calculation product(Cursor cursor, int depth) {
        Calculation left = part(cursor, depth);
        while (cursor.sees("*", "/")) {
            Sign sign = cursor.take().text().equals("*") ? Sign.TIMES : Sign.DIVIDED_BY;
            left = new Calculation.Binary(sign, left, part(cursor, depth));
        }
        return left;
    }

    private Calculation part(Cursor cursor, int depth) {
        if (depth > DEEPEST) {
            throw cursor.stuck("NOT_UNDERSTOOD.sentence-deep");
        }
        if (cursor.accept("(")) {
            Calculation inside = sum(cursor, depth + 1);
            close(cursor);
            return inside;
        }
        return switch (cursor.token().kind()) {
            case NUMBER -> new Calculation.Constant(number(cursor, 1));
            case BRACKETED -> {
                Words.Named named = terms.bracketed(cursor);
                if (!named.term().type().isNumeric()) {
                    throw cursor.stuckAt(
                            cursor.at() - 1,
                            "WRONG_TYPE.sentence-calculation",
                            named.path().toString());
                }
                yield new Calculation.Of(named.path());
            }
            case SIGN -> negative(cursor);
            case WORD -> call(cursor, depth);
            case DATE, QUOTED, END -> throw cursor.stuck("NOT_UNDERSTOOD.sentence-calculation");
        };
    }

    private static Calculation negative(Cursor cursor) {
        if (cursor.sees("-") && cursor.next().kind() == Token.Kind.NUMBER) {
            cursor.take();
            return new Calculation.Constant(number(cursor, -1));
        }
        throw cursor.stuck("NOT_UNDERSTOOD.sentence-calculation");
    }

    private Calculation call(Cursor cursor, int depth) {
        Calculation.Name name = switch (cursor.token().word()) {
            case "min" -> Calculation.Name.MIN;
            case "max" -> Calculation.Name.MAX;
            case "round" -> Calculation.Name.ROUND;
            default -> throw cursor.stuck("NOT_UNDERSTOOD.sentence-calculation");
        };
        int start = cursor.at();
        cursor.take();
        if (!cursor.accept("(")) {
            throw cursor.stuck("NOT_UNDERSTOOD.sentence-calculation");
        }
        List<Calculation> parts = new ArrayList<>();
        do {
            parts.add(sum(cursor, depth + 1));
        } while (cursor.accept(","));
        close(cursor);
        if (name == Calculation.Name.ROUND && parts.size() != 1) {
            throw cursor.stuckAt(start, "NOT_UNDERSTOOD.sentence-calculation");
        }
        return new Calculation.Call(name, parts);
    }

    private static void close(Cursor cursor) {
        if (!cursor.accept(")")) {
            throw cursor.stuck("NOT_UNDERSTOOD.sentence-bracket");
        }
    }

    private static double number(Cursor cursor, int sign) {
        String text = cursor.token().text();
        if (!text.matches("\\d+(\\.\\d+)?")) {
            throw cursor.stuck("NOT_UNDERSTOOD.sentence-calculation");
        }
        cursor.take();
        return sign * Double.parseDouble(text);
    }
}
