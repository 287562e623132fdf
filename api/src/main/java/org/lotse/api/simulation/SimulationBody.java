package org.lotse.api.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a draft would do, as the API shows it. Sums are of all decisions asked about; of a sample they are estimates with
 * their intervals (95 %).
 *
 * @param version the draft's content hash
 * @param against the version in force it is compared with
 * @param decision which decision
 * @param source what it was tried on
 * @param from from when the recorded decisions are
 * @param to until when
 * @param population how many there are
 * @param looked how many were looked at
 * @param decisions how many of these both versions could take
 * @param notJudged those that could not be taken again, by reason
 * @param changed how many of {@code decisions} differ
 * @param changedShare the part of all that differs
 * @param byChange what became of what, the most frequent first; unchanged ones too
 * @param byAction how often each action comes first
 * @param byChannel over which channels
 * @param byTerm what the rules conclude: service levels and the like
 * @param rows how many decisions each row decides anything in
 * @param value what the first actions are expected to bring
 * @param cost what they are expected to cost
 * @param currency of both
 * @param achieved what the draft would have achieved by what came of the recorded decisions; empty for stored customers and
 *     decisions that choose no action
 * @param capacity what they are expected to use of each capacity
 * @param groups how people with different sensitive attributes fare
 * @param predictedAnew in how many decisions a prediction was needed that nobody had asked for then
 * @param examples some of the decisions that differ
 * @param seconds how long it took
 */
record SimulationBody(
        String version,
        String against,
        String decision,
        Question.Source source,
        Instant from,
        Instant to,
        long population,
        long looked,
        long decisions,
        List<NotJudged> notJudged,
        long changed,
        Estimate changedShare,
        List<Change> byChange,
        List<Counted> byAction,
        List<Counted> byChannel,
        List<OfTerm> byTerm,
        List<Row> rows,
        Sum value,
        Sum cost,
        String currency,
        Optional<Achieved> achieved,
        List<Use> capacity,
        List<Grouped> groups,
        long predictedAnew,
        List<Example> examples,
        double seconds) {

    /**
     * What came of decisions, per decision and in the accounting currency: what was accepted, less its cost and the
     * contact's.
     *
     * @param decisions how many the figures are from
     * @param effective how many of them speak for the draft, weighted (Kish)
     * @param needed how many have to; below it there are no figures
     * @param running what the rules of then achieved
     * @param drafted what the draft would have: doubly robust
     * @param gain by how much that is more
     * @param byOutcomesAlone what the draft would have, without any model: self-normalised
     * @param text all of it in words
     */
    record Achieved(
            long decisions,
            double effective,
            double needed,
            Optional<Estimate> running,
            Optional<Estimate> drafted,
            Optional<Estimate> gain,
            Optional<Estimate> byOutcomesAlone,
            String text) {}

    /** Decisions that could not be taken again; {@code term} where one was missing. */
    record NotJudged(String reason, Optional<String> term, boolean byDraft, long count, String text) {}

    /** A key and what people call it. */
    record Named(String key, String text) {}

    /**
     * What became of what.
     *
     * @param share of all decisions
     * @param valueChange by how much the expected value of these changes, in sum
     * @param examples ids
     */
    record Change(
            Named from,
            Named to,
            boolean differs,
            long count,
            Estimate share,
            Estimate valueChange,
            List<String> examples) {}

    /** How often, before and after; among the decisions looked at, and as parts of them. */
    record Counted(String key, String text, long before, long after, Estimate shareBefore, Estimate shareAfter) {}

    /** What the rules conclude about a term: how often each value, or how much on average. */
    record OfTerm(String term, String title, List<Counted> values, Optional<Sum> mean) {}

    /** A row by its name, or its number, and in how many decisions it decides anything. */
    record Row(String file, Optional<String> sheet, String row, long before, long after, double share) {}

    /** A sum before and after, and by how much it changes. */
    record Sum(Estimate before, Estimate after, Estimate change) {}

    /**
     * What is expected to be used of a capacity.
     *
     * @param available what there is of it in the same time; left out where nothing limits it
     * @param per for stored customers: the time the available amount is for
     */
    record Use(
            String key,
            Estimate before,
            Estimate after,
            Estimate change,
            Optional<Double> available,
            Optional<String> per) {}

    /**
     * A sensitive attribute.
     *
     * @param gapBefore by how much the part offered marketing differs between its groups at most
     * @param gapAfter likewise under the draft
     * @param notable whether the draft changes the groups differently beyond what chance explains
     */
    record Grouped(
            String term, String title, double gapBefore, double gapAfter, boolean notable, List<OneGroup> groups) {}

    /** The people with one value of it. */
    record OneGroup(
            String value,
            String text,
            long decisions,
            Estimate offeredBefore,
            Estimate offeredAfter,
            Estimate changed) {}

    /** A decision that differs, with the rows that decide it now and those that did. */
    record Example(
            String id,
            String subject,
            Named from,
            Named to,
            double valueChange,
            List<String> nowFire,
            List<String> noLongerFire) {}
}
