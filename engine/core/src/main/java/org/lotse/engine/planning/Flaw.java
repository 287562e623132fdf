package org.lotse.engine.planning;

import java.util.Map;
import java.util.TreeMap;

/**
 * One thing wrong with a planning problem. It names the place, the code says what and carries the way out; the wording
 * is in the message files.
 *
 * @param pointer JSON Pointer of the field in the problem as it was given
 * @param code what is wrong
 * @param arguments named values for the wording
 */
public record Flaw(String pointer, Code code, Map<String, String> arguments) {
    public Flaw {
        arguments = Map.copyOf(arguments);
    }

    /** What can be wrong with a problem. */
    public enum Code {
        NOT_JSON,
        UNKNOWN_FIELD,
        MISSING,
        WRONG_TYPE,
        NO_REP,
        NO_AGENT,
        NO_SHIFT,
        EMPTY_ID,
        DUPLICATE_ID,
        UNKNOWN_PLACE,
        UNKNOWN_REP,
        UNKNOWN_AGENT,
        UNKNOWN_VISIT,
        NOT_PLANNED,
        IS_PROMISED,
        APPOINTMENT_DOES_NOT_FIT,
        APPOINTMENT_NOT_REACHABLE,
        NO_COORDINATES,
        OUT_OF_RANGE,
        NEGATIVE,
        NOT_A_NUMBER,
        NOT_POSITIVE,
        ENDS_BEFORE_START,
        MATRIX_NOT_SQUARE,
        KILOMETRES_UNKNOWN,
        CAPACITY_DIMENSIONS,
        HOUR_FACTORS,
        TOO_MANY,
        BREAKS_WITH_RELOAD,
        UNKNOWN_POSTAL_CODE,
        NO_POSTAL_CODES,
        NO_ROADS,
        TOO_OFTEN,
        TWO_PROMISES_AT_ONE_TIME,
        FOLLOWS_UNKNOWN,
        FOLLOWS_ITSELF,
        PROMISED_BEFORE,
        SHIFTS_OVERLAP,
        SLOTS_OVERLAP,
        SAME_SLOT_TWICE,
        CALL_LONGER_THAN_SLOT,
        TIME_DOES_NOT_EXIST,
        TIME_IS_AMBIGUOUS,
        NOT_SUPPORTED_YET
    }

    /** A flaw with its named values given as name, value, name, value. */
    public static Flaw at(String pointer, Code code, Object... namesAndValues) {
        Map<String, String> arguments = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            arguments.put(namesAndValues[i].toString(), namesAndValues[i + 1].toString());
        }
        return new Flaw(pointer, code, arguments);
    }
}
