package org.lotse.rules.sentence;

import java.util.List;
import java.util.Set;

/** A place in the words of one sentence that moves on as words are understood. For use by one thread. */
final class Cursor {
    private static final int SHOWN = 60;
    private final String sentence;
    private final List<Token> tokens;
    private int at;

    Cursor(String sentence) {
        this.sentence = sentence;
        this.tokens = Token.of(sentence);
    }

    /** Reading cannot go on. Caught where the sentence began; carries what is reported. */
    static final class Stuck extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String variant;
        private final int offset;
        private final transient List<String> parts;

        Stuck(String variant, int offset, List<String> parts) {
            super(variant, null, false, false);
            this.variant = variant;
            this.offset = offset;
            this.parts = List.copyOf(parts);
        }

        /** Which wording of the finding: {@code CODE.variant} without the code decides on NOT_UNDERSTOOD. */
        String variant() {
            return variant;
        }

        /** Where in the sentence. */
        int offset() {
            return offset;
        }

        /** What the wording names: the words not understood first. */
        List<String> parts() {
            return parts;
        }
    }

    int at() {
        return at;
    }

    void backTo(int earlier) {
        at = earlier;
    }

    List<Token> tokens() {
        return tokens;
    }

    Token token() {
        return tokens.get(at);
    }

    Token next() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token take() {
        Token taken = token();
        if (taken.kind() != Token.Kind.END) {
            at++;
        }
        return taken;
    }

    void skip(int count) {
        at += count;
    }

    boolean isAtEnd() {
        return token().kind() == Token.Kind.END;
    }

    /** Whether one of these words comes next. */
    boolean sees(Set<String> words) {
        return token().isPlain() && words.contains(token().word());
    }

    boolean sees(String... words) {
        return sees(Set.of(words));
    }

    /** Goes past one of these words if it comes next. */
    boolean accept(String... words) {
        return accept(Set.of(words));
    }

    boolean accept(Set<String> words) {
        boolean seen = sees(words);
        if (seen) {
            at++;
        }
        return seen;
    }

    /** Goes past these words if they come next in this order, else stays. */
    boolean acceptAll(String words) {
        int start = at;
        for (String word : words.split(" ")) {
            if (!accept(word)) {
                at = start;
                return false;
            }
        }
        return true;
    }

    /** Goes past one of these words or gives up. */
    void expect(String variant, Set<String> words) {
        if (!accept(words)) {
            throw stuck(variant);
        }
    }

    /** Giving up here. */
    Stuck stuck(String variant, String... more) {
        return stuckAt(at, variant, more);
    }

    /** Giving up at an earlier token. */
    Stuck stuckAt(int index, String variant, String... more) {
        int offset = tokens.get(index).start();
        String rest = sentence.substring(offset).replaceAll("\\s+", " ").strip();
        List<String> parts = new java.util.ArrayList<>();
        parts.add(rest.length() > SHOWN ? rest.substring(0, SHOWN) + " ..." : rest);
        parts.addAll(List.of(more));
        return new Stuck(variant, offset, parts);
    }
}
