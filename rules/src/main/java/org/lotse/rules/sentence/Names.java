package org.lotse.rules.sentence;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names of one or several words, found by their longest match. For use by one thread while names are added.
 *
 * @param <T> what is named
 */
final class Names<T> {
    private final Node<T> root = new Node<>();
    private final Set<String> proper = new LinkedHashSet<>();

    /** The step after one more word. */
    private static final class Node<T> {
        private final Map<String, Node<T>> next = new HashMap<>();
        private final Set<T> named = new LinkedHashSet<>();
        private final Set<T> inflected = new LinkedHashSet<>();

        Set<T> meant() {
            return named.isEmpty() ? inflected : named;
        }
    }

    /**
     * A name found.
     *
     * @param length how many tokens it has
     * @param meant what it may mean; more than one is ambiguous
     */
    record Match<T>(int length, Set<T> meant) {}

    /** Adds a name as it is written in the vocabulary. */
    void add(String name, T thing) {
        List<String> words = Token.words(name);
        if (!words.isEmpty()) {
            proper.add(name);
            node(words).named.add(thing);
        }
    }

    /** Adds an inflected form, which gives way to a proper name. */
    void addInflected(List<String> words, T thing) {
        node(words).inflected.add(thing);
    }

    /** The longest name starting at a token. */
    Optional<Match<T>> longest(List<Token> tokens, int from) {
        Node<T> node = root;
        Optional<Match<T>> best = Optional.empty();
        for (int at = from; at < tokens.size() && tokens.get(at).isPlain(); at++) {
            node = node.next.get(tokens.get(at).word());
            if (node == null) {
                break;
            }
            if (!node.meant().isEmpty()) {
                best = Optional.of(new Match<>(at - from + 1, Set.copyOf(node.meant())));
            }
        }
        return best;
    }

    /** What a text as a whole names. */
    Set<T> exactly(String text) {
        Node<T> node = root;
        for (String word : Token.words(text)) {
            node = node.next.get(word);
            if (node == null) {
                return Set.of();
            }
        }
        return Set.copyOf(node.meant());
    }

    /** The names as written in the vocabulary, for proposals. */
    Set<String> all() {
        return proper;
    }

    private Node<T> node(List<String> words) {
        Node<T> node = root;
        for (String word : words) {
            node = node.next.computeIfAbsent(word, ignored -> new Node<>());
        }
        return node;
    }
}
