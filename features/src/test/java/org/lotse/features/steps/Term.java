package org.lotse.features.steps;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A term as the vocabulary in force declares it, as far as sentences need it.
 *
 * @param key its key
 * @param titles its titles in both languages
 * @param type number, money, choice ...
 * @param source attribute, consent, context, or another word for everything that is computed
 * @param channel the channel of a consent; else empty
 * @param values of a choice: key to titles
 */
record Term(
        String key, List<String> titles, String type, Source source, String channel, Map<String, List<String>> values) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** How a scenario can give a term its value. */
    enum Source {
        ATTRIBUTE,
        CONSENT,
        CONTEXT,
        COMPUTED
    }

    /** The longest of the titles a text begins with. */
    Optional<String> beginning(String text) {
        return titles.stream()
                .filter(title -> beginsWith(text, title))
                .reduce((one, other) -> one.length() >= other.length() ? one : other);
    }

    /** The value people write, as JSON. */
    JsonNode value(String written) {
        String text = unquoted(written.strip());
        return switch (type) {
            case "choice" -> JSON.stringNode(choice(text));
            case "yes-no" -> JSON.booleanNode(yesOrNo(text));
            case "text", "date" -> JSON.stringNode(text);
            case "probability" ->
                text.endsWith("%")
                        ? JSON.numberNode(Math.round(number(text) * 1e9) / 1e11)
                        : JSON.numberNode(number(text));
            default -> JSON.numberNode(number(text));
        };
    }

    private String choice(String text) {
        return values.entrySet().stream()
                .filter(value ->
                        value.getKey().equals(text) || value.getValue().stream().anyMatch(text::equalsIgnoreCase))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "\"" + text + "\" is no value of " + titles.getFirst() + ". Its values are " + values + "."));
    }

    private boolean yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "ja" -> true;
            case "no", "nein" -> false;
            default -> throw new AssertionError("\"" + text + "\" is neither yes nor no for " + titles.getFirst());
        };
    }

    private double number(String text) {
        String digits =
                text.replaceAll("\\s*(%|EUR|€|days|Tage|months|Monate)$", "").replace(',', '.');
        try {
            return Double.parseDouble(digits);
        } catch (NumberFormatException e) {
            throw new AssertionError("\"" + text + "\" is no number for " + titles.getFirst() + ".", e);
        }
    }

    private static String unquoted(String text) {
        return text.replaceAll("^\"(.*)\"$", "$1");
    }

    private static boolean beginsWith(String text, String title) {
        return text.regionMatches(true, 0, title, 0, title.length())
                && (text.length() == title.length() || text.charAt(title.length()) == ' ');
    }
}
