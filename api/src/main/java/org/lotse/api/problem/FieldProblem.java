package org.lotse.api.problem;

import java.util.List;
import java.util.Optional;

/**
 * What is wrong with one place of a request.
 *
 * @param pointer JSON Pointer to the place: {@code /attributes/tenure}; empty for the whole
 * @param code stable, UPPER_SNAKE; its words are the message {@code error.<code>}
 * @param arguments put into the words: names the value and the way out
 * @param text words already found elsewhere, used instead of the message
 */
public record FieldProblem(String pointer, String code, List<String> arguments, Optional<String> text) {
    public FieldProblem {
        arguments = List.copyOf(arguments);
    }

    /** A problem worded by the message {@code error.<code>}. */
    public static FieldProblem of(String pointer, String code, Object... arguments) {
        return new FieldProblem(
                pointer, code, List.of(arguments).stream().map(String::valueOf).toList(), Optional.empty());
    }

    /** A problem that comes with its words, as the engine's own exceptions do. */
    public static FieldProblem worded(String pointer, String code, String text) {
        return new FieldProblem(pointer, code, List.of(), Optional.of(text));
    }

    /** The same problem, seen from one level further up: {@code under("/events/3")}. */
    public FieldProblem under(String prefix) {
        return new FieldProblem(prefix + pointer, code, arguments, text);
    }
}
