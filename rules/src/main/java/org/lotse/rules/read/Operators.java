package org.lotse.rules.read;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.TermType;

/** The words for operators in table headings, and which types each is for. */
public final class Operators {
    private static final Map<String, Operator> ENGLISH = words(
            "is", Operator.IS,
            "is not", Operator.IS_NOT,
            "is one of", Operator.IS_ONE_OF,
            "is none of", Operator.IS_NONE_OF,
            "from", Operator.FROM,
            "above", Operator.ABOVE,
            "up to", Operator.UP_TO,
            "below", Operator.BELOW,
            "under", Operator.BELOW,
            "before", Operator.BEFORE,
            "after", Operator.AFTER,
            "within the last", Operator.WITHIN_THE_LAST,
            "contains", Operator.CONTAINS,
            "starts with", Operator.STARTS_WITH,
            "is given", Operator.IS_GIVEN,
            "is missing", Operator.IS_MISSING);
    private static final Map<String, Operator> GERMAN = words(
            "ist", Operator.IS,
            "ist nicht", Operator.IS_NOT,
            "ist eines von", Operator.IS_ONE_OF,
            "ist keines von", Operator.IS_NONE_OF,
            "ab", Operator.FROM,
            "über", Operator.ABOVE,
            "bis", Operator.UP_TO,
            "unter", Operator.BELOW,
            "vor", Operator.BEFORE,
            "nach", Operator.AFTER,
            "in den letzten", Operator.WITHIN_THE_LAST,
            "enthält", Operator.CONTAINS,
            "beginnt mit", Operator.STARTS_WITH,
            "ist angegeben", Operator.IS_GIVEN,
            "fehlt", Operator.IS_MISSING);

    private Operators() {}

    /** The operator these words mean, in either language. */
    public static Optional<Operator> find(String words) {
        String folded = Names.folded(words);
        return Optional.ofNullable(ENGLISH.get(folded)).or(() -> Optional.ofNullable(GERMAN.get(folded)));
    }

    /** The words for an operator. */
    public static String words(Operator operator, Language language) {
        return (language == Language.DE ? GERMAN : ENGLISH)
                .entrySet().stream()
                        .filter(entry -> entry.getValue() == operator)
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow();
    }

    /** A heading without the operator it may end with. */
    public static String without(String heading) {
        String folded = Names.folded(heading);
        return java.util.stream.Stream.concat(ENGLISH.keySet().stream(), GERMAN.keySet().stream())
                .filter(words -> folded.endsWith(" " + words))
                .max(Comparator.comparingInt(String::length))
                .map(words -> heading.strip()
                        .substring(0, heading.strip().length() - words.length())
                        .strip())
                .orElse(heading.strip());
    }

    /** Whether terms of this type can be compared so. */
    public static boolean fits(Operator operator, TermType type) {
        return switch (operator) {
            case IS_GIVEN, IS_MISSING, IS, IS_NOT, IS_ONE_OF, IS_NONE_OF -> true;
            case FROM, UP_TO -> type.isNumeric() || type == TermType.DATE;
            case ABOVE, BELOW -> type.isNumeric();
            case BEFORE, AFTER, WITHIN_THE_LAST -> type == TermType.DATE;
            case CONTAINS, STARTS_WITH -> type == TermType.TEXT;
        };
    }

    private static Map<String, Operator> words(Object... pairs) {
        Map<String, Operator> words = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            words.put((String) pairs[at], (Operator) pairs[at + 1]);
        }
        return words;
    }
}
