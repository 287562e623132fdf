package org.lotse.engine.term;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.calculation.Placed;

/** The terms of one subject type, each with its place, its window and its calculation worked out. Immutable. */
final class TermPlan {
    /**
     * One term.
     *
     * @param place where its reading lies
     * @param path its path
     * @param term what is declared
     * @param window which of the windows an aggregate counts in
     * @param of the place of the term a percentile ranks
     * @param calculation of a calculated term
     */
    record Step(
            int place,
            TermPath path,
            Term term,
            int window,
            int of,
            @Nullable Placed calculation) {}

    /** How far back events count, and until when. */
    record Window(Optional<Period> within, Optional<Period> until) {
        Instant end(Instant at, ZoneId zone) {
            return until.isEmpty() ? at : until.get().before(at, zone);
        }

        Instant start(Instant end, ZoneId zone) {
            return within.isEmpty() ? Instant.MIN : within.get().before(end, zone);
        }
    }

    final TermLayout layout;
    final List<Window> windows;
    final Set<String> consentChannels;
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
        this.consentChannels = terms.stream()
                .map(Term::source)
                .filter(Source.Consent.class::isInstance)
                .map(source -> ((Source.Consent) source).channel())
                .collect(Collectors.toUnmodifiableSet());
        this.byPlace = new Step[layout.size()];
        List<Step> first = new ArrayList<>();
        List<Step> derived = new ArrayList<>();
        for (Term term : terms) {
            Step step = step(term);
            byPlace[step.place()] = step;
            (isDerived(term) ? derived : first).add(step);
        }
        first.addAll(derived);
        this.inOrder = first.toArray(Step[]::new);
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
                term.source() instanceof Source.Aggregate aggregate
                        ? windows.indexOf(new Window(aggregate.within(), aggregate.until()))
                        : -1,
                term.source() instanceof Source.Percentile(TermKey of) ? layout.find(TermPath.of(of)) : -1,
                term.source() instanceof Source.Calculated(var calculation)
                        ? Placed.of(calculation, layout::find)
                        : null);
    }

    private static boolean isDerived(Term term) {
        return switch (term.source()) {
            case Source.Prediction ignored -> true;
            case Source.Percentile ignored -> true;
            case Source.Calculated ignored -> true;
            case Source.Attribute ignored -> false;
            case Source.Aggregate ignored -> false;
            case Source.Consent ignored -> false;
            case Source.Rules ignored -> false;
            case Source.Context ignored -> false;
        };
    }
}
