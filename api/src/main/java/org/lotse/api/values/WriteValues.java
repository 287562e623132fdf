package org.lotse.api.values;

import java.util.Map;
import java.util.TreeMap;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;

/** Values as plain objects that JSON can hold: numbers, booleans, texts. */
public final class WriteValues {
    private static final double EXACT = 9_007_199_254_740_992.0;

    private WriteValues() {}

    /** A whole number without a decimal point, a date as ISO text, a choice by its key. */
    public static Object plain(Value value) {
        return switch (value) {
            case Value.Num(double number)
            when number == Math.rint(number) && Math.abs(number) < EXACT -> (Object) (long) number;
            case Value.Num(double number) -> number;
            case Value.YesNo(boolean yes) -> yes;
            case Value.Text(String text) -> text;
            case Value.Choice(String key) -> key;
            case Value.Date(var day) -> day.toString();
        };
    }

    /** Attributes by their keys, in the order of the keys. */
    public static Map<String, Object> plain(Map<TermKey, Value> values) {
        Map<String, Object> plain = new TreeMap<>();
        values.forEach((key, value) -> plain.put(key.value(), plain(value)));
        return plain;
    }
}
