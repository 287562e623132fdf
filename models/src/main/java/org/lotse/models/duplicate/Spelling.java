package org.lotse.models.duplicate;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.codec.language.ColognePhonetic;

/** How words are compared: whatever Germans write differently and mean alike is spelt one way. */
final class Spelling {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
    private static final ColognePhonetic COLOGNE = new ColognePhonetic();

    private Spelling() {}

    /** Small letters without marks, umlauts written out, words separated by one space: {@code Groß-Öttl} is {@code gross oettl}. */
    static String words(String text) {
        if (text.isEmpty()) {
            return "";
        }
        StringBuilder spelt = new StringBuilder(text.length() + 4);
        String small = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        for (int i = 0; i < small.length(); i++) {
            char c = small.charAt(i);
            switch (c) {
                case 'ä', 'æ' -> spelt.append("ae");
                case 'ö', 'ø', 'œ' -> spelt.append("oe");
                case 'ü' -> spelt.append("ue");
                case 'ß' -> spelt.append("ss");
                case 'ı' -> spelt.append('i');
                case 'ł' -> spelt.append('l');
                case 'đ' -> spelt.append('d');
                default -> spelt.append(c);
            }
        }
        String plain =
                MARKS.matcher(Normalizer.normalize(spelt, Normalizer.Form.NFD)).replaceAll("");
        return OTHER.matcher(plain).replaceAll(" ").strip();
    }

    /** One word in which an umlaut, its two letters and its bare vowel are the same: Müller, Mueller and Muller. */
    static String flat(String words) {
        return words.replace(" ", "")
                .replace("ae", "a")
                .replace("oe", "o")
                .replace("ue", "u")
                .replace("ss", "s");
    }

    /** How a word sounds, by the Cologne phonetics. */
    static String sound(String words) {
        return words.isEmpty() ? "" : COLOGNE.colognePhonetic(words.replace(" ", ""));
    }

    /**
     * How many letters were typed wrong: missing, added, replaced or two in the wrong order.
     *
     * @param most counts no further; the answer is then above it
     */
    static int typos(String one, String other, int most) {
        int width = other.length();
        if (Math.abs(one.length() - width) > most) {
            return most + 1;
        }
        int[] before = new int[width + 1];
        int[] last = new int[width + 1];
        int[] now = new int[width + 1];
        for (int j = 0; j <= width; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            now[0] = i;
            int least = i;
            char c = one.charAt(i - 1);
            for (int j = 1; j <= width; j++) {
                char d = other.charAt(j - 1);
                int cost = Math.min(Math.min(now[j - 1], last[j]) + 1, last[j - 1] + (c == d ? 0 : 1));
                if (i > 1 && j > 1 && c == other.charAt(j - 2) && d == one.charAt(i - 2)) {
                    cost = Math.min(cost, before[j - 2] + 1);
                }
                now[j] = cost;
                least = Math.min(least, cost);
            }
            if (least > most) {
                return most + 1;
            }
            int[] free = before;
            before = last;
            last = now;
            now = free;
        }
        return last[width];
    }

    /** How many typing mistakes a word of this length may have and still be the same one. */
    static int allowed(String one, String other) {
        int length = Math.min(one.length(), other.length());
        return length < 3 ? 0 : length < 8 ? 1 : 2;
    }

    /** Whether a word is the other with typing mistakes. */
    static boolean isTypo(String one, String other) {
        int allowed = allowed(one, other);
        return allowed > 0 && typos(one, other, allowed) <= allowed;
    }
}
