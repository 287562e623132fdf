package org.lotse.rules.read;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What a cell of a table holds, before anyone knows what it should be. */
public sealed interface Cell {
    /** Nothing. */
    record Blank() implements Cell {}

    /** Characters, as typed. */
    record Text(String text) implements Cell {}

    /** A number a spreadsheet stores as a number. */
    record Number(double number) implements Cell {}

    /** A day a spreadsheet stores as a day. */
    record Day(LocalDate day) implements Cell {}

    /** A truth value a spreadsheet stores as one. */
    record Flag(boolean yes) implements Cell {}

    /** Something that is not data: a formula, an error. */
    record Refused(String what) implements Cell {}

    /** A cell of a text file. */
    static Cell ofText(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? new Blank() : new Text(stripped);
    }

    /** Whether there is nothing in it. */
    default boolean isBlank() {
        return this instanceof Blank;
    }

    /** The cell as a text file would hold it, in neutral notation. */
    default String text() {
        return switch (this) {
            case Blank ignored -> "";
            case Text(String text) -> text;
            case Number(double number) ->
                Double.isFinite(number)
                        ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                        : Double.toString(number);
            case Day(LocalDate day) -> day.toString();
            case Flag(boolean yes) -> yes ? "yes" : "no";
            case Refused(String what) -> what;
        };
    }
}
