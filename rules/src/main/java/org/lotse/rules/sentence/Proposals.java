package org.lotse.rules.sentence;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant. */
final class Proposals {
    private static final int LONGEST = 60;

    private Proposals() {}

    /** The other name most like the words from a token on; empty without names. */
    static String nearest(List<Token> tokens, int from, Collection<String> names) {
        return names.stream()
                .filter(name -> distance(tokens, from, name) > 0)
                .min(java.util.Comparator.comparingInt(name -> distance(tokens, from, name)))
                .or(() -> Optional.of(""))
                .get();
    }

    /** The name most like a text. */
    static String nearest(String text, Collection<String> names) {
        return nearest(Token.of(text), 0, names);
    }

    /** How unlike two texts are: 0 the same, 100 nothing in common. */
    static int unlike(String one, String other) {
        String a = one.length() > LONGEST ? one.substring(0, LONGEST) : one;
        String b = other.length() > LONGEST ? other.substring(0, LONGEST) : other;
        int longer = Math.max(1, Math.max(a.length(), b.length()));
        if (100 * Math.abs(a.length() - b.length()) / longer > 50) {
            return 100;
        }
        return 100 * typos(a.toLowerCase(Locale.ROOT), b.toLowerCase(Locale.ROOT)) / longer;
    }

    /** Letters to insert, delete, replace or swap with their neighbour. */
    private static int typos(String a, String b) {
        int[][] table = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    table[i][j] = i + j;
                    continue;
                }
                int change = table[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                table[i][j] = Math.min(change, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
                }
            }
        }
        return table[a.length()][b.length()];
    }

    private static int distance(List<Token> tokens, int from, String name) {
        int count = Token.words(name).size();
        StringBuilder words = new StringBuilder();
        for (int at = from; at < Math.min(from + count, tokens.size()); at++) {
            words.append(words.isEmpty() ? "" : " ").append(tokens.get(at).word());
        }
        String said = words.length() > LONGEST ? words.substring(0, LONGEST) : words.toString();
        String known = String.join(" ", Token.words(name)).toLowerCase(Locale.ROOT);
        // A name of the same length in words is likelier than a shorter one that happens to share letters.
        return 100 * edits(said, known) / Math.max(1, Math.max(said.length(), known.length()));
    }

    private static int edits(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
