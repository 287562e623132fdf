package org.lotse.models.text;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a German text addresses its reader, by rule: pronouns of the second person are informal, capital Sie and Ihr within
 * a sentence formal; at its start they count only when the verb or the rest leaves no other reading.
 */
public enum Address {
    FORMAL,
    INFORMAL,
    UNKNOWN;

    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Set<String> YOU = Set.of(
            "du",
            "dich",
            "dir",
            "dein",
            "deine",
            "deinen",
            "deinem",
            "deiner",
            "deines",
            "deins",
            "euch",
            "euer",
            "eure",
            "euren",
            "eurem",
            "eurer",
            "eures",
            "haste",
            "kannste",
            "biste",
            "willste",
            "hattest",
            "bist",
            "hast",
            "kannst",
            "willst",
            "musst",
            "sollst",
            "darfst",
            "wirst",
            "warst",
            "möchtest",
            "könntest",
            "würdest",
            "solltest",
            "wärst",
            "hättest",
            "weißt",
            "magst",
            "machst",
            "gehst",
            "kommst",
            "siehst",
            "denkst",
            "glaubst",
            "findest",
            "brauchst",
            "habt",
            "seid",
            "könnt",
            "wollt",
            "werdet",
            "wart");
    private static final Set<String> FORMAL_FORMS =
            Set.of("Sie", "Ihnen", "Ihr", "Ihre", "Ihren", "Ihrem", "Ihrer", "Ihres");

    /** The address of a text. */
    public static Address of(String text) {
        int formal = 0;
        int weak = 0;
        int informal = 0;
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            String word = words.group();
            if (YOU.contains(word.toLowerCase(java.util.Locale.GERMAN))) {
                informal++;
            } else if (FORMAL_FORMS.contains(word)) {
                if (startsSentence(text, words.start())) {
                    weak++;
                } else {
                    formal++;
                }
            }
        }
        if (formal > informal) {
            return FORMAL;
        }
        if (informal > 0) {
            return INFORMAL;
        }
        return weak > 0 ? FORMAL : UNKNOWN;
    }

    private static boolean startsSentence(String text, int at) {
        for (int i = at - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (c == '.' || c == '!' || c == '?' || c == '\n' || c == ':') {
                return true;
            }
            if (Character.isLetterOrDigit(c) || c == ',') {
                return false;
            }
        }
        return true;
    }
}
