package org.lotse.api.values;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lotse.api.problem.FieldProblem;
import org.lotse.engine.contact.PersonZone;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermType;
import org.lotse.engine.term.Title;
import org.lotse.engine.term.Value;
import tools.jackson.databind.JsonNode;

/** Reads the value of a term from JSON or from a text, and says what is wrong with it. */
public final class ReadValues {
    private static final Set<String> YES = Set.of("yes", "true", "1", "ja", "y", "j");
    private static final Set<String> NO = Set.of("no", "false", "0", "nein", "n");
    private static final Pattern POINT_NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?");
    /** A point stands between thousands only: with 39.95 nobody can say what was meant. */
    private static final Pattern COMMA_NUMBER =
            Pattern.compile("[-+]?((\\d+|\\d{1,3}(\\.\\d{3})+)(,\\d*)?|,\\d+)([eE][-+]?\\d{1,3})?");

    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_SHOWN = 60;

    private ReadValues() {}

    /**
     * A term's value from JSON: numbers as numbers, yes-no as booleans, everything else as texts.
     *
     * @param pointer where it stands
     */
    public static Value fromJson(Term term, JsonNode json, String pointer) throws Invalid {
        return checked(term, fromJson(term.type(), json, pointer), pointer);
    }

    /** An event field's value from JSON; a choice without declared values is any text. */
    public static Value fromJson(TermType type, JsonNode json, String pointer) throws Invalid {
        return switch (type) {
            case NUMBER, MONEY, PROBABILITY, PERCENT, COUNT, DURATION -> {
                if (!json.isNumber() || !Double.isFinite(json.doubleValue())) {
                    throw wrongType(pointer, json.toString(), type);
                }
                yield checked(type, json.doubleValue(), pointer);
            }
            case YES_NO -> {
                if (!json.isBoolean()) {
                    throw wrongType(pointer, json.toString(), type);
                }
                yield Value.of(json.booleanValue());
            }
            case DATE, TEXT, CHOICE -> {
                if (!json.isString()) {
                    throw wrongType(pointer, json.toString(), type);
                }
                yield fromText(type, json.stringValue(), false, pointer);
            }
        };
    }

    /**
     * A term's value from the text of a file.
     *
     * @param decimalComma whether {@code 1,5} is one and a half
     */
    public static Value fromText(Term term, String text, boolean decimalComma, String pointer) throws Invalid {
        if (term.type() == TermType.CHOICE) {
            return Value.choice(choiceNamed(term, text.strip(), pointer));
        }
        return checked(term, fromText(term.type(), text, decimalComma, pointer), pointer);
    }

    /** An event field's value from the text of a file. */
    public static Value fromText(TermType type, String text, boolean decimalComma, String pointer) throws Invalid {
        String stripped = text.strip();
        return switch (type) {
            case NUMBER, MONEY, PROBABILITY, PERCENT, COUNT, DURATION ->
                checked(type, number(type, stripped, decimalComma, pointer), pointer);
            case YES_NO -> {
                String word = stripped.toLowerCase(Locale.ROOT);
                if (!YES.contains(word) && !NO.contains(word)) {
                    throw wrongType(pointer, text, type);
                }
                yield Value.of(YES.contains(word));
            }
            case DATE -> {
                try {
                    yield Value.of(LocalDate.parse(stripped));
                } catch (DateTimeParseException e) {
                    throw wrongType(pointer, text, type);
                }
            }
            case CHOICE -> Value.choice(allowed(stripped, pointer));
            case TEXT -> Value.text(allowed(text, pointer));
        };
    }

    private static String allowed(String text, String pointer) throws Invalid {
        if (text.length() > LONGEST_TEXT || text.indexOf(0) >= 0) {
            throw new Invalid(FieldProblem.of(pointer, "TEXT_NOT_ALLOWED", LONGEST_TEXT));
        }
        return text;
    }

    /** What is wrong with a text that should be a value of this type. */
    public static Invalid wrongType(String pointer, String found, TermType type) {
        return new Invalid(FieldProblem.of(pointer, "WRONG_VALUE_TYPE_" + type.name(), shortened(found)));
    }

    private static double number(TermType type, String text, boolean decimalComma, String pointer) throws Invalid {
        if (!(decimalComma ? COMMA_NUMBER : POINT_NUMBER).matcher(text).matches()) {
            throw wrongType(pointer, text, type);
        }
        double number = Double.parseDouble(decimalComma ? text.replace(".", "").replace(',', '.') : text);
        if (!Double.isFinite(number)) {
            throw wrongType(pointer, text, type);
        }
        return number;
    }

    private static Value checked(TermType type, double number, String pointer) throws Invalid {
        boolean fits = switch (type) {
            case PROBABILITY -> number >= 0 && number <= 1;
            case PERCENT -> number >= 0 && number <= 100;
            case COUNT -> number >= 0 && number == Math.rint(number);
            default -> true;
        };
        if (!fits) {
            throw wrongType(pointer, Value.of(number).toString(), type);
        }
        return Value.of(number);
    }

    private static Value checked(Term term, Value value, String pointer) throws Invalid {
        if (value instanceof Value.Num(double number)
                && term.range().filter(range -> !range.contains(number)).isPresent()) {
            Term.Range range = term.range().get();
            throw new Invalid(FieldProblem.of(
                    pointer, "OUT_OF_RANGE", value, Value.of(range.lowest()), Value.of(range.highest())));
        }
        if (term.key().equals(PersonZone.TERM) && !ZONES.contains(value.toString())) {
            throw new Invalid(FieldProblem.of(
                    pointer,
                    "UNKNOWN_TIME_ZONE",
                    shortened(value.toString()),
                    Suggest.nearest(value.toString(), ZONES).orElse("Europe/Berlin")));
        }
        return value instanceof Value.Choice(String key) ? Value.choice(choiceKeyed(term, key, pointer)) : value;
    }

    /** A choice by its key, in capitals or not. */
    private static String choiceKeyed(Term term, String key, String pointer) throws Invalid {
        if (term.values().containsKey(key)) {
            return key;
        }
        return term.values().keySet().stream()
                .filter(key::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> unknownValue(term, key, pointer));
    }

    private static String choiceNamed(Term term, String text, String pointer) throws Invalid {
        Optional<String> titled = term.values().entrySet().stream()
                .filter(value -> isTitle(value.getValue(), text))
                .map(Map.Entry::getKey)
                .findFirst();
        return titled.isPresent() ? titled.get() : choiceKeyed(term, text, pointer);
    }

    private static boolean isTitle(Title title, String text) {
        return title.en().equalsIgnoreCase(text) || title.de().equalsIgnoreCase(text);
    }

    private static Invalid unknownValue(Term term, String text, String pointer) {
        Optional<String> titled = term.values().entrySet().stream()
                .filter(value -> isTitle(value.getValue(), text))
                .map(Map.Entry::getKey)
                .findFirst();
        String known = term.values().keySet().stream().collect(Collectors.joining(", "));
        return new Invalid(titled.or(() -> Suggest.nearest(text, term.values().keySet()))
                .map(near -> FieldProblem.of(pointer, "UNKNOWN_VALUE", shortened(text), known, near))
                .orElseGet(() -> FieldProblem.of(pointer, "UNKNOWN_VALUE", shortened(text), known, known)));
    }

    /** The beginning of a text, as long as a message can bear. */
    public static String shortened(String text) {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
    }
}
