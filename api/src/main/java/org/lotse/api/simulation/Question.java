package org.lotse.api.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lotse.api.problem.FieldProblem;
import org.lotse.api.problem.ProblemException;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a simulation is asked.
 *
 * @param decision which decision
 * @param source what it is tried on; left out: the decisions of the log
 * @param from recorded decisions from this moment on; left out: seven days before {@code to}
 * @param to recorded decisions before this moment; left out: now
 * @param days instead of {@code from}: how many days before {@code to}
 * @param sample how many are tried at most; of more an even sample is drawn
 * @param request what is asked about stored customers, as {@code POST /v1/decisions} takes it, without the customer; left
 *     out: whether and how to turn to them
 */
public record Question(
        String decision,
        @Nullable Source source,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Integer days,
        @Nullable Integer sample,
        @Nullable ObjectNode request) {
    static final int MOST = 500_000;
    private static final int USUAL = 100_000;
    private static final int USUAL_DAYS = 7;
    private static final int MOST_DAYS = 3_660;

    /** What a draft is tried on. */
    public enum Source {
        /** Decisions of the log, from what was read then. */
        RECORDED,
        /** The stored customers, as they are now. */
        CUSTOMERS
    }

    /** A question about the decisions of some days, or about stored customers. */
    public static Question of(String decision, Source source, int days, int sample) {
        return new Question(decision, source, null, null, days, sample, null);
    }

    /** The question with everything left out filled in. */
    record Complete(
            String decision, Source source, Instant from, Instant until, int sample, Optional<ObjectNode> request) {
        Duration span() {
            return Duration.between(from, until);
        }
    }

    /** @throws ProblemException naming everything that is wrong */
    Complete complete(Instant now) {
        List<FieldProblem> wrong = new ArrayList<>();
        if (days != null && from != null) {
            wrong.add(FieldProblem.of("/days", "FROM_AND_DAYS"));
        }
        within("/days", days, MOST_DAYS).ifPresent(wrong::add);
        within("/sample", sample, MOST).ifPresent(wrong::add);
        Instant until = to == null ? now : to;
        Instant since = from == null ? until.minus(Duration.ofDays(days == null ? USUAL_DAYS : days)) : from;
        if (!since.isBefore(until)) {
            wrong.add(FieldProblem.of("/from", "FROM_AFTER_TO", since, until));
        }
        if (!wrong.isEmpty()) {
            throw ProblemException.invalid(wrong);
        }
        return new Complete(
                decision,
                source == null ? Source.RECORDED : source,
                since,
                until,
                sample == null ? USUAL : sample,
                Optional.ofNullable(request));
    }

    private static Optional<FieldProblem> within(String pointer, @Nullable Integer number, int most) {
        return number != null && (number < 1 || number > most)
                ? Optional.of(FieldProblem.of(pointer, "NOT_WITHIN", number, 1, most))
                : Optional.empty();
    }
}
