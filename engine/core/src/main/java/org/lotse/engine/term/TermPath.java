package org.lotse.engine.term;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a term is read from, seen from the subject being decided about: {@code churn} is its own, {@code holder.churn}
 * that of a linked subject, {@code jurist.open-cases} that of the candidate subject under comparison.
 *
 * @param scope the link or candidate type before the dot; empty for the subject's own terms and pair terms
 * @param key the term's key within that scope
 */
public record TermPath(Optional<String> scope, TermKey key) implements Comparable<TermPath> {
    /** The subject's own term. */
    public static TermPath of(TermKey key) {
        return new TermPath(Optional.empty(), key);
    }

    /**
     * Reads {@code key} or {@code scope.key}.
     *
     * @throws IllegalArgumentException naming the text when it has neither form
     */
    public static TermPath parse(String text) {
        int dot = text.indexOf('.');
        return dot < 0
                ? of(new TermKey(text))
                : new TermPath(Optional.of(text.substring(0, dot)), new TermKey(text.substring(dot + 1)));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || other instanceof TermPath path && key.equals(path.key) && scope.equals(path.scope);
    }

    @Override
    public int hashCode() {
        return 31 * scope.hashCode() + key.hashCode();
    }

    @Override
    public int compareTo(TermPath other) {
        return scope.isEmpty() && other.scope.isEmpty()
                ? key.compareTo(other.key)
                : toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return scope.map(name -> name + "." + key).orElse(key.value());
    }
}
