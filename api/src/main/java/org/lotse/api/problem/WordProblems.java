package org.lotse.api.problem;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Finds the words of a problem in the caller's language. */
@Component
public class WordProblems {
    private final MessageSource messages;

    WordProblems(MessageSource messages) {
        this.messages = messages;
    }

    /** The problem of a request, worded. */
    public ProblemBody word(ProblemException problem, String path, @Nullable String traceId, Locale locale) {
        ProblemKind kind = problem.kind();
        return new ProblemBody(
                "/problems/" + kind.key(),
                say("problem." + kind.key() + ".title", List.of(), locale),
                kind.status().value(),
                say("problem." + kind.key() + ".detail", problem.arguments(), locale),
                path,
                problem.errors().stream().map(error -> word(error, locale)).toList(),
                traceId);
    }

    /** One wrong place, worded. */
    public ProblemBody.Place word(FieldProblem error, Locale locale) {
        return new ProblemBody.Place(
                error.pointer(),
                error.code(),
                error.text().orElseGet(() -> say("error." + error.code(), error.arguments(), locale)));
    }

    private String say(String key, List<String> arguments, Locale locale) {
        return messages.getMessage(key, arguments.toArray(), locale);
    }
}
