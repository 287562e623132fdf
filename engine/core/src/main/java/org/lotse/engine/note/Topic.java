package org.lotse.engine.note;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a clause is about, as a short phrase; and whether two phrases mean the same. */
final class Topic {
    private static final int LONGEST = 80;
    private static final int SHORTEST_STEM = 4;
    private static final int STEM = 4;
    private static final Pattern END = Pattern.compile(
            "\\s+(?:weil|da|denn|damit|falls|sobald|obwohl|because|since|so that|as soon as|although|although|when|wenn|hat er|hat sie"
                    + "|in (?:\\d+|ein\\w*|zwei|drei|vier|fünf|sechs|a|one|two|three|four|five|six) (?:tag|woche|monat|jahr|day|week|month|year)\\w*"
                    + "|(?:am|on|bis|by|ab) (?:zum |the )?\\d+\\S*|(?:nachfragen|nachfassen|nachhaken|fragen|melden|senden|schicken|zusenden|zuschicken|mitbringen|erstellen|machen|schreiben|kaufen|bestellen|anschaffen|again|now|asap)"
                    + "|right now|at the moment|derzeit|momentan|zurzeit|zur Zeit|aktuell|im Moment|jetzt|gezeigt|vorgestellt)\\b.*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern START = Pattern.compile(
            "^(?:(?:der|die|das|den|dem|des|ein|eine|einen|einem|einer|the|a|an|our|their|his|her|unsere?\\w?|seine?\\w?|ihre?\\w?|ihm|ihnen|him|them|habe|haben|wir|ich|we|i|hat|er|sie|he|she|has|have|been|and|und|auch|also|zu|to|some|mehr|more|bitte|please|noch|mal|noch ?mals?|wieder|nochmal|wegen|about)\\s+)+",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> SAYS_NOTHING = Set.of(
            "neue", "neuen", "neues", "neuer", "new", "serie", "series", "geräte", "geräten", "tools", "tool", "für",
            "with", "und", "and", "ihm", "him", "them", "range", "unsere", "unseren", "models", "modelle");

    private Topic() {}

    /** The phrase after (or before) the words that announce it; empty when the clause names none. */
    static String of(String clause, Pattern... announced) {
        for (Pattern pattern : announced) {
            Matcher found = pattern.matcher(clause);
            if (found.find()) {
                String phrase = phrase(found.group("about"));
                if (!phrase.isEmpty()) {
                    return phrase;
                }
            }
        }
        return "";
    }

    /** Without articles in front and without what only says when or why. */
    static String phrase(String text) {
        String phrase = END.matcher(" " + text.strip()).replaceFirst("").strip();
        phrase = START.matcher(phrase)
                .replaceFirst("")
                .replaceAll("[\\s.,;:]+$", "")
                .strip();
        return phrase.length() > LONGEST ? "" : phrase;
    }

    /** Two phrases mean the same when they share the stem of a word that says something. */
    static boolean same(String one, String other) {
        Set<String> stems = stems(other);
        return one.equalsIgnoreCase(other) || stems(one).stream().anyMatch(stems::contains);
    }

    private static Set<String> stems(String phrase) {
        return Arrays.stream(phrase.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> word.length() >= SHORTEST_STEM && !SAYS_NOTHING.contains(word))
                .map(word -> word.substring(0, Math.min(STEM, word.length())))
                .collect(Collectors.toSet());
    }
}
