package org.lotse.api.values;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.lotse.api.problem.FieldProblem;
import org.lotse.api.problem.ProblemBody;
import org.lotse.api.problem.WordProblems;

/** Counts the lines of a delivery: what was kept, and what is wrong with the others. Not thread-safe. */
public final class Lines {
    /** One JSON document a line. */
    public static final String NDJSON = "application/x-ndjson";

    /** So many problems are listed; all are counted. */
    private static final int MOST_LISTED = 1_000;

    private final WordProblems words;
    private final Locale locale;
    private final List<Rejected> rejected = new ArrayList<>();
    private long line;
    private long accepted;
    private long lastRejectedLine;
    private long rejectedLines;

    public Lines(WordProblems words, Locale locale) {
        this.words = words;
        this.locale = locale;
    }

    /** What is wrong in a line, counted from 1. */
    public record Rejected(long line, String pointer, String code, String message) {}

    /**
     * What became of a delivery.
     *
     * @param accepted lines kept
     * @param rejected what is wrong with the others; the first thousand
     * @param rejectedLines how many lines were left out
     */
    public record Answer(long accepted, List<Rejected> rejected, long rejectedLines) {}

    /** Goes to the next line. */
    public void next() {
        line++;
    }

    /** Says which line it is, where lines are counted elsewhere. */
    public void at(long number) {
        line = number;
    }

    public long line() {
        return line;
    }

    public void accept(long count) {
        accepted += count;
    }

    /** Notes what is wrong with the present line. */
    public void reject(FieldProblem problem) {
        if (line != lastRejectedLine) {
            lastRejectedLine = line;
            rejectedLines++;
        }
        if (rejected.size() < MOST_LISTED) {
            ProblemBody.Place place = words.word(problem, locale);
            rejected.add(new Rejected(line, place.pointer(), place.code(), place.message()));
        }
    }

    public Answer answer() {
        return new Answer(
                accepted,
                rejected.stream()
                        .sorted(Comparator.comparingLong(Rejected::line))
                        .toList(),
                rejectedLines);
    }
}
