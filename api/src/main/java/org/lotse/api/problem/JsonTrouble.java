package org.lotse.api.problem;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says in our words what the JSON reader did not understand, and where. */
public final class JsonTrouble {
    private static final int LONGEST = 80;
    private static final Pattern DUPLICATE =
            Pattern.compile("^Duplicate (?:Object )?property \"(.*?)\"", Pattern.DOTALL);

    private JsonTrouble() {}

    /** The problem of a body that could not be read. */
    static ProblemException of(HttpMessageNotReadableException problem) {
        return problem.getCause() instanceof JacksonException json
                ? of(json)
                : ProblemException.of(ProblemKind.MALFORMED).with(FieldProblem.of("", "UNREADABLE_BODY"));
    }

    /** The problem of a text that is no JSON, or not the JSON that was expected. */
    public static ProblemException of(JacksonException problem) {
        return switch (problem) {
            case UnrecognizedPropertyException unknown ->
                ProblemException.invalid(pointer(unknown), "UNKNOWN_FIELD", unknown.getPropertyName(), known(unknown));
            case InvalidFormatException format ->
                ProblemException.invalid(
                        pointer(format), "WRONG_TYPE", shortened(String.valueOf(format.getValue())), expected(format));
            case MismatchedInputException twice
            when duplicate(twice).isPresent() ->
                ProblemException.invalid(
                        pointer(twice), "DUPLICATE_FIELD", duplicate(twice).orElseThrow());
            case MismatchedInputException mismatch ->
                ProblemException.invalid(pointer(mismatch), "WRONG_TYPE_HERE", expected(mismatch));
            case StreamReadException broken ->
                ProblemException.of(ProblemKind.MALFORMED)
                        .with(FieldProblem.of(
                                "",
                                "NO_JSON",
                                broken.getLocation().getLineNr(),
                                broken.getLocation().getColumnNr()));
            default -> ProblemException.of(ProblemKind.MALFORMED).with(FieldProblem.of("", "UNREADABLE_BODY"));
        };
    }

    private static Optional<String> duplicate(MismatchedInputException problem) {
        return Optional.of(DUPLICATE.matcher(problem.getOriginalMessage()))
                .filter(Matcher::find)
                .map(found -> shortened(found.group(1)));
    }

    private static String pointer(JacksonException problem) {
        return problem.getPath().stream()
                .map(step -> "/"
                        + Optional.ofNullable(step.getPropertyName())
                                .map(name -> name.replace("~", "~0").replace("/", "~1"))
                                .orElseGet(() -> String.valueOf(step.getIndex())))
                .collect(Collectors.joining());
    }

    private static String known(UnrecognizedPropertyException problem) {
        return Optional.ofNullable(problem.getKnownPropertyIds()).stream()
                .flatMap(java.util.Collection::stream)
                .map(String::valueOf)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String expected(MismatchedInputException problem) {
        Class<?> type = problem.getTargetType();
        if (type == null) {
            return "another type";
        }
        if (type.isEnum()) {
            return List.of(type.getEnumConstants()).stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "));
        }
        if (java.util.Collection.class.isAssignableFrom(type)) {
            return "array";
        }
        return Number.class.isAssignableFrom(type) || type.isPrimitive() && type != boolean.class
                ? "number"
                : switch (type.getSimpleName()) {
                    case "Boolean", "boolean" -> "true, false";
                    case "String" -> "string";
                    case "Instant", "OffsetDateTime" -> "2026-01-31T09:00:00+01:00";
                    case "LocalDate" -> "2026-01-31";
                    default -> "object";
                };
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }
}
