package org.lotse.rules.read;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** How names are compared: case, kinds of space and ways of composing letters do not matter; look-alikes do. */
public final class Names {
    private static final int LONGEST_COMPARED = 80;

    private Names() {}

    /** The form under which a name is looked up. */
    public static String folded(String name) {
        return isPlain(name) ? name.toLowerCase(Locale.ROOT) : normalized(name);
    }

    /** Whether only case matters: letters below U+0300 are composed, and spaces stand alone between others. */
    private static boolean isPlain(String name) {
        char before = ' ';
        for (int at = 0; at < name.length(); at++) {
            char letter = name.charAt(at);
            if (letter < ' '
                    || letter > '~' && letter < '\u00a1'
                    || letter >= '\u0300'
                    || letter == ' ' && before == ' ') {
                return false;
            }
            before = letter;
        }
        return name.isEmpty() || before != ' ';
    }

    private static String normalized(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .replace('\u00a0', ' ')
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    /** The known name most like an unknown one, if any is like it at all. */
    public static Optional<String> nearest(String unknown, Collection<String> known) {
        String wanted = cut(folded(unknown));
        int best = Math.max(1, wanted.length() / 3) + 1;
        String found = null;
        for (String name : known) {
            String folded = cut(folded(name));
            if (Math.abs(folded.length() - wanted.length()) < best) {
                int distance = distance(wanted, folded);
                if (distance < best) {
                    best = distance;
                    found = name;
                }
            }
        }
        return Optional.ofNullable(found);
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_COMPARED));
    }

    /** Levenshtein's distance: letters to insert, delete or replace. */
    private static int distance(String a, String b) {
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] next = new int[b.length() + 1];
            next[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                next[j] = Math.min(replaced, Math.min(last[j], next[j - 1]) + 1);
            }
            last = next;
        }
        return last[b.length()];
    }
}
