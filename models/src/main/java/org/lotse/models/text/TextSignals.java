package org.lotse.models.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Turns a text into counts by hashed feature: words and pairs of words, grams of three to five characters within words,
 * and features of its own for what the lexicon, the address and the punctuation say.
 */
final class TextSignals {
    /** How many features there are; the first {@link #OWN} are no grams. */
    static final int SIZE = 1 << 18;

    static final int OWN = 24;
    private static final int LONGEST = 2500;
    private static final int SHORTEST_GRAM = 2;
    private static final int LONGEST_GRAM = 5;
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}'@#]+");

    /**
     * Features of a text.
     *
     * @param places ascending, each once
     * @param counts how often each occurs
     */
    record Counts(int[] places, float[] counts) {}

    private TextSignals() {}

    static Counts of(String whole) {
        String text = whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
        String low =
                SPACE.matcher(text.toLowerCase(Locale.GERMAN)).replaceAll(" ").strip();
        String[] words = Arrays.stream(NO_WORD.split(low))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
        Places places = new Places();
        String before = "";
        for (String word : words) {
            places.add(hash("w", word), 1);
            if (!before.isEmpty()) {
                places.add(hash("p" + before, word), 1);
            }
            before = word;
        }
        for (String token : low.split(" ")) {
            grams(' ' + token + ' ', places);
        }
        own(text, words, places);
        return places.counts();
    }

    private static void grams(String token, Places places) {
        for (int length = SHORTEST_GRAM; length <= LONGEST_GRAM; length++) {
            for (int from = 0; from + length <= token.length(); from++) {
                places.add(hash("c", token.substring(from, from + length)), 1);
            }
        }
    }

    private static void own(String text, String[] words, Places places) {
        double[] said = Lexicon.count(words);
        places.add(0, scaled(said[0]));
        places.add(1, scaled(said[1]));
        places.add(2, said[0] > said[1] ? 1 : 0);
        places.add(3, said[1] > said[0] ? 1 : 0);
        places.add(4 + Address.of(text).ordinal(), 2);
        places.add(7, scaled(text.chars().filter(c -> c == '!').count()));
        places.add(8, scaled(text.chars().filter(c -> c == '?').count()));
        places.add(
                9, text.contains(":)") || text.contains(":-)") || text.contains(";)") || text.contains("😊") ? 1 : 0);
        places.add(
                10, text.contains(":(") || text.contains(":-(") || text.contains("😡") || text.contains("😠") ? 1 : 0);
        places.add(11 + Math.min(5, (int) (Math.log(1 + text.length()) / Math.log(3))), 1);
        long capitals = text.chars().filter(Character::isUpperCase).count();
        places.add(17, text.length() > 20 && capitals * 2 > text.length() ? 1 : 0);
        places.add(18, text.contains("…") || text.contains("...") ? 1 : 0);
        places.add(19, text.contains("http") || text.contains("<url>") ? 1 : 0);
    }

    private static double scaled(double count) {
        return Math.log1p(count);
    }

    private static int hash(String kind, String text) {
        int hash = kind.hashCode() * 31 + text.hashCode();
        hash ^= hash >>> 16;
        hash *= 0x85ebca6b;
        hash ^= hash >>> 13;
        hash *= 0xc2b2ae35;
        hash ^= hash >>> 16;
        return OWN + Math.floorMod(hash, SIZE - OWN);
    }

    /** Collects places with their counts. */
    private static final class Places {
        private int[] places = new int[256];
        private float[] counts = new float[256];
        private int size;

        void add(int place, double count) {
            if (count == 0) {
                return;
            }
            if (size == places.length) {
                places = Arrays.copyOf(places, 2 * size);
                counts = Arrays.copyOf(counts, 2 * size);
            }
            places[size] = place;
            counts[size++] = (float) count;
        }

        Counts counts() {
            long[] sorted = new long[size];
            for (int i = 0; i < size; i++) {
                sorted[i] = (long) places[i] << 32 | i;
            }
            Arrays.sort(sorted);
            int[] own = new int[size];
            float[] sums = new float[size];
            int used = 0;
            for (long one : sorted) {
                int place = (int) (one >> 32);
                if (used == 0 || own[used - 1] != place) {
                    own[used++] = place;
                }
                sums[used - 1] += counts[(int) one];
            }
            return new Counts(Arrays.copyOf(own, used), Arrays.copyOf(sums, used));
        }
    }
}
