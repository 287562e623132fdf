package org.lotse.engine.rule;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How texts are searched: word by word. Case, kinds of space, punctuation, accents and the two ways of writing umlauts
 * ({@code ü} and {@code ue}, {@code ß} and {@code ss}) make no difference. {@code rat} is not found in {@code Krater}; a
 * star leaves a word open on that side: {@code rat*} is found in {@code rating}, {@code *schaden} in
 * {@code Wasserschaden}.
 */
public final class WordMatch {
    private WordMatch() {}

    /**
     * Whether the words stand in the text, next to each other and in this order. What has no word in it ({@code ?},
     * {@code !!}) is looked for sign by sign.
     */
    public static boolean contains(String text, String words) {
        List<String> wanted = split(folded(words), true);
        if (wanted.isEmpty()) {
            return text.contains(words.strip());
        }
        List<String> there = split(folded(text), false);
        for (int from = 0; from + wanted.size() <= there.size(); from++) {
            if (standsAt(from, there, wanted)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the text starts with these letters; the last word may go on: {@code 10} is the start of {@code 10115}. */
    public static boolean startsWith(String text, String start) {
        List<String> wanted = split(folded(start), true);
        if (wanted.isEmpty()) {
            return text.strip().startsWith(start.strip());
        }
        List<String> there = split(folded(text), false);
        wanted.set(wanted.size() - 1, wanted.getLast() + "*");
        return wanted.size() <= there.size() && standsAt(0, there, wanted);
    }

    private static boolean standsAt(int from, List<String> there, List<String> wanted) {
        for (int at = 0; at < wanted.size(); at++) {
            if (!isWord(there.get(from + at), wanted.get(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWord(String word, String wanted) {
        boolean openStart = wanted.startsWith("*");
        boolean openEnd = wanted.endsWith("*");
        String core = wanted.replace("*", "");
        if (openStart && openEnd) {
            return word.contains(core);
        }
        return openStart ? word.endsWith(core) : openEnd ? word.startsWith(core) : word.equals(core);
    }

    /** Runs of letters and digits; an apostrophe within a word does not end it, a star belongs to its word. */
    private static List<String> split(String folded, boolean stars) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int at = 0; at <= folded.length(); at++) {
            char sign = at == folded.length() ? ' ' : folded.charAt(at);
            if (Character.isLetterOrDigit(sign) || stars && sign == '*') {
                word.append(sign);
            } else if (sign != '\'' && sign != '\u2019') {
                if (!word.toString().replace("*", "").isEmpty()) {
                    words.add(word.toString());
                }
                word.setLength(0);
            }
        }
        return words;
    }

    private static String folded(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (isPlain(lower)) {
            return lower;
        }
        StringBuilder folded = new StringBuilder();
        String composed = Normalizer.normalize(lower, Normalizer.Form.NFKC);
        for (int at = 0; at < composed.length(); at++) {
            char sign = composed.charAt(at);
            switch (sign) {
                case 'ä' -> folded.append("ae");
                case 'ö' -> folded.append("oe");
                case 'ü' -> folded.append("ue");
                case 'ß' -> folded.append("ss");
                default -> folded.append(sign);
            }
        }
        return Normalizer.normalize(folded, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    }

    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) > 127) {
                return false;
            }
        }
        return true;
    }
}
