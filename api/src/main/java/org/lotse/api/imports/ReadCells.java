package org.lotse.api.imports;

import java.util.Set;
import org.lotse.api.values.Invalid;
import org.lotse.api.values.ReadValues;
import org.lotse.engine.term.TermType;
import org.lotse.engine.term.Value;

/**
 * How the cells of a file are written.
 *
 * @param decimalComma whether {@code 1.234,50} is a number
 * @param missing texts that mean "no value", besides the empty one
 */
record ReadCells(boolean decimalComma, Set<String> missing) {
    boolean isMissing(String text) {
        return text.isEmpty() || missing.contains(text);
    }

    double number(String column, String text) {
        try {
            return ReadValues.fromText(TermType.NUMBER, text, decimalComma, "/" + column)
                            instanceof Value.Num(double number)
                    ? number
                    : 0;
        } catch (Invalid invalid) {
            throw new Damaged(invalid.problem());
        }
    }
}
