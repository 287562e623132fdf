package org.lotse.engine.term;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.calculation.Placed;

/** The terms of one subject type, each with its place, its window and its calculation worked out. Immutable. */
final class TermPlan {
    /**
     * One term.
     *
     * @param place where its reading lies
     * @param path its path
     * @param term what is declared
     * @param kind what its source is
     * @param window which of the windows an aggregate counts in
     * @param channel the channel of a consent
     * @param of the place of the term a percentile ranks
     * @param calculation of a calculated term
     */
    record Step(
            int place,
            TermPath path,
            Term term,
            Kind kind,
            int window,
            @Nullable ChannelKey channel,
            int of,
            @Nullable Placed calculation) {}

    /** What the source of a term is. */
    enum Kind {
        ATTRIBUTE,
        CONTEXT,
        RULES,
        AGGREGATE,
        CONSENT,
        PREDICTION,
        PERCENTILE,
        CALCULATED;

        static Kind of(Source source) {
            return switch (source) {
                case Source.Attribute ignored -> ATTRIBUTE;
                case Source.Context ignored -> CONTEXT;
                case Source.Rules ignored -> RULES;
                case Source.Aggregate ignored -> AGGREGATE;
                case Source.Consent ignored -> CONSENT;
                case Source.Prediction ignored -> PREDICTION;
                case Source.Percentile ignored -> PERCENTILE;
                case Source.Calculated ignored -> CALCULATED;
            };
        }

        /** Whether it is made of other terms. */
        boolean isDerived() {
            return this == PREDICTION || this == PERCENTILE || this == CALCULATED;
        }
    }

    /** How far back events count, and until when. */
    record Window(Optional<Period> within, Optional<Period> until) {
        Instant end(ZonedDateTime at) {
            return until.isEmpty() ? at.toInstant() : until.get().before(at);
        }

        Instant start(ZonedDateTime at, Instant end) {
            return within.isEmpty()
                    ? Instant.MIN
                    : until.isEmpty() ? within.get().before(at) : within.get().before(end, at.getZone());
        }
    }

    final TermLayout layout;
    final List<Window> windows;
    private final Step[] byPlace;
    private final Step[] inOrder;

    TermPlan(Collection<Term> terms) {
        this.layout = new TermLayout(
                terms.stream().map(term -> TermPath.of(term.key())).toList());
        Set<Window> distinct = new LinkedHashSet<>();
        for (Term term : terms) {
            if (term.source() instanceof Source.Aggregate aggregate) {
                distinct.add(new Window(aggregate.within(), aggregate.until()));
            }
        }
        this.windows = List.copyOf(distinct);
        this.byPlace = new Step[layout.size()];
        List<Step> first = new ArrayList<>();
        List<Step> derived = new ArrayList<>();
        for (Term term : terms) {
            Step step = step(term);
            byPlace[step.place()] = step;
            (step.kind().isDerived() ? derived : first).add(step);
        }
        first.addAll(derived);
        this.inOrder = first.toArray(Step[]::new);
    }

    /** The length of a window that goes back to the beginning. */
    static final long ALWAYS = Long.MAX_VALUE;

    /** How many seconds before the moment each window begins, for the day asked about last; -1: the calendar is asked. */
    private volatile @Nullable Lengths lengths;

    private record Lengths(LocalDays.Day day, long[] seconds) {}

    /** For each window how many seconds before any moment of the day it begins; -1 where the calendar has to be asked. */
    @SuppressWarnings("ReferenceEquality") // A day that is remembered is the same one; another is worked out.
    long[] lengths(LocalDays days, LocalDays.Day day) {
        Lengths known = lengths;
        if (known == null || known.day() != day) {
            long[] seconds = new long[windows.size()];
            for (int window = 0; window < seconds.length; window++) {
                Window each = windows.get(window);
                seconds[window] = each.until().isPresent()
                        ? -1
                        : each.within().isEmpty()
                                ? ALWAYS
                                : days.secondsBack(each.within().get(), day);
            }
            known = new Lengths(day, seconds);
            lengths = known;
        }
        return known.seconds();
    }

    /** What is delivered and counted first, then what is derived from it. */
    Step[] inOrder() {
        return inOrder;
    }

    Step at(int place) {
        return byPlace[place];
    }

    private Step step(Term term) {
        TermPath path = TermPath.of(term.key());
        return new Step(
                layout.find(path),
                path,
                term,
                Kind.of(term.source()),
                term.source() instanceof Source.Aggregate aggregate
                        ? windows.indexOf(new Window(aggregate.within(), aggregate.until()))
                        : -1,
                term.source() instanceof Source.Consent(String channel) ? new ChannelKey(channel) : null,
                term.source() instanceof Source.Percentile(TermKey of) ? layout.find(TermPath.of(of)) : -1,
                term.source() instanceof Source.Calculated(var calculation)
                        ? Placed.of(calculation, layout::find)
                        : null);
    }
}
