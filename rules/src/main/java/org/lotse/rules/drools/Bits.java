package org.lotse.rules.drools;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Some of so many rows. Not safe for several threads while it is written to. */
final class Bits {
    private final long[] words;

    private Bits(long[] words) {
        this.words = words;
    }

    static Bits none(int rows) {
        return new Bits(new long[(rows + 63) >>> 6]);
    }

    static Bits all(int rows) {
        return where(rows, place -> true);
    }

    static Bits where(int rows, IntPredicate chosen) {
        Bits bits = none(rows);
        for (int place = 0; place < rows; place++) {
            if (chosen.test(place)) {
                bits.set(place);
            }
        }
        return bits;
    }

    void set(int place) {
        words[place >>> 6] |= 1L << place;
    }

    void clear(int place) {
        words[place >>> 6] &= ~(1L << place);
    }

    void flip(int place) {
        words[place >>> 6] ^= 1L << place;
    }

    boolean has(int place) {
        return (words[place >>> 6] & 1L << place) != 0;
    }

    boolean isEmpty() {
        for (long word : words) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    Bits copy() {
        return new Bits(words.clone());
    }

    /** Takes those of the other, which has as many rows. */
    void become(Bits other) {
        System.arraycopy(other.words, 0, words, 0, words.length);
    }

    /** Keeps only those that the other has, too. */
    void keep(Bits other) {
        for (int word = 0; word < words.length; word++) {
            words[word] &= other.words[word];
        }
    }

    /** The first row from a place on that both have; -1 when there is none. */
    int nextInBoth(Bits other, int from) {
        for (int word = from >>> 6; word < words.length; word++) {
            long both = words[word] & other.words[word];
            if (word == from >>> 6) {
                both &= -1L << from;
            }
            if (both != 0) {
                return (word << 6) + Long.numberOfTrailingZeros(both);
            }
        }
        return -1;
    }

    @Override
    public String toString() {
        return "Bits" + Arrays.toString(words);
    }
}
