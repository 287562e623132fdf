package org.lotse.api.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Ends a request with a problem. The words are found when it is answered, in the caller's language. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemKind kind;
    private final transient List<String> arguments;
    private final transient List<FieldProblem> errors;

    private final transient Map<String, String> headers;

    private ProblemException(
            ProblemKind kind, List<String> arguments, List<FieldProblem> errors, Map<String, String> headers) {
        super(kind.key() + " " + arguments + " " + errors);
        this.kind = kind;
        this.arguments = List.copyOf(arguments);
        this.errors = List.copyOf(errors);
        this.headers = Map.copyOf(headers);
    }

    /**
     * A problem of this kind.
     *
     * @param arguments put into the words of its detail
     */
    public static ProblemException of(ProblemKind kind, Object... arguments) {
        return new ProblemException(
                kind, Arrays.stream(arguments).map(String::valueOf).toList(), List.of(), Map.of());
    }

    /** The request is understood, but these places of it are wrong. */
    public static ProblemException invalid(List<FieldProblem> errors) {
        return new ProblemException(ProblemKind.INVALID, List.of(String.valueOf(errors.size())), errors, Map.of());
    }

    /** The request is understood, but one place of it is wrong. */
    public static ProblemException invalid(String pointer, String code, Object... arguments) {
        return invalid(List.of(FieldProblem.of(pointer, code, arguments)));
    }

    /** The same problem, naming these places. */
    public ProblemException with(FieldProblem... places) {
        return new ProblemException(kind, arguments, List.of(places), headers);
    }

    /** The same problem, answered with this header too. */
    public ProblemException withHeader(String name, String value) {
        return new ProblemException(kind, arguments, errors, Map.of(name, value));
    }

    public ProblemKind kind() {
        return kind;
    }

    public List<String> arguments() {
        return arguments;
    }

    public List<FieldProblem> errors() {
        return errors;
    }

    Map<String, String> headers() {
        return headers;
    }
}
