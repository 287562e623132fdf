package org.lotse.engine.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.decision.Decision;
import org.lotse.engine.decision.Rejection;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.Firing;
import org.lotse.engine.rule.Verdict;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Terms;

/**
 * Finds the changes that are needed together where no single one suffices: obstacle by obstacle, each by the smallest
 * change that removes it or by one per condition of a row, then without those that turn out not to be needed. None of
 * what is found can be left out; that there is no smaller set is not promised.
 */
final class Together {
    private static final int MOST_CHANGES = 8;
    private static final int MOST_ROWS = 6;
    private static final int MOST_MOVES = 4;
    private static final Comparator<Change> SMALLEST = Comparator.comparingDouble(Change::distance);

    private final Movable movable;
    private final Situation base;
    private final CandidateRef candidate;
    private final int limit;

    Together(Movable movable, Situation base, CandidateRef candidate) {
        this.movable = movable;
        this.base = base;
        this.candidate = candidate;
        this.limit = base.inputs().limit();
    }

    /** The changes in the order of the obstacles; none where no way was found. */
    List<Change> changes(Decision decided) {
        List<Change> changes = new ArrayList<>();
        Situation situation = base;
        Decision decision = decided;
        while (!Standing.isChosen(decision, candidate, limit)) {
            Optional<Rejection> obstacle = Standing.rejection(decision, candidate);
            if (obstacle.isEmpty() || changes.size() > MOST_CHANGES) {
                return List.of();
            }
            List<Change> step = step(situation, decision, obstacle.get());
            if (step.isEmpty()) {
                return List.of();
            }
            changes.addAll(step);
            situation = with(situation, step);
            decision = situation.decide();
        }
        return pruned(changes);
    }

    private List<Change> pruned(List<Change> changes) {
        List<Change> needed = lastPerTerm(changes);
        boolean again = true;
        while (again && needed.size() > 1) {
            again = false;
            for (int at = needed.size() - 1; at >= 0 && !again; at--) {
                List<Change> without = new ArrayList<>(needed);
                without.remove(at);
                if (Standing.isChosen(with(base, without).decide(), candidate, limit)) {
                    needed = without;
                    again = true;
                }
            }
        }
        return Standing.isChosen(with(base, needed).decide(), candidate, limit) ? needed : List.of();
    }

    /** Of several changes of one term the last, told from what was read. */
    private List<Change> lastPerTerm(List<Change> changes) {
        List<Change> last = new ArrayList<>();
        for (Change change : changes) {
            Optional<Change> before =
                    last.stream().filter(each -> sameTerm(each, change)).findFirst();
            before.ifPresentOrElse(
                    earlier -> last.set(last.indexOf(earlier), fromThere(change, earlier)), () -> last.add(change));
        }
        return last.stream().distinct().toList();
    }

    private Situation with(Situation situation, List<Change> changes) {
        Situation after = situation;
        for (Change change : changes) {
            after = after.with(change, key());
        }
        return after;
    }

    private Optional<ActionKey> key() {
        return candidate instanceof CandidateRef.OfAction(ActionKey key) ? Optional.of(key) : Optional.empty();
    }

    private Optional<SubjectId> id() {
        return candidate instanceof CandidateRef.OfSubject(SubjectId id) ? Optional.of(id) : Optional.empty();
    }

    /** What takes the candidate beyond its obstacle. */
    private List<Change> step(Situation situation, Decision decision, Rejection obstacle) {
        List<Goal> goals = List.of((after, then) -> Standing.isChosen(then, candidate, limit), further(obstacle));
        Set<TermPath> concerned = movable.behind(concerned(obstacle));
        List<List<Change>> found = Probe.changes(movable, situation, decision, goals, id(), concerned::contains);
        for (int goal = 0; goal < goals.size(); goal++) {
            List<Change> changes = new ArrayList<>(found.get(goal));
            changes.addAll(new Beyond(movable, situation, candidate).changes(obstacle, goals.get(goal)));
            Optional<Change> smallest =
                    changes.stream().filter(Together::canBeCombined).min(SMALLEST);
            if (smallest.isPresent()) {
                return List.of(smallest.get());
            }
        }
        if (obstacle instanceof Rejection.NoChannel) {
            return asked(situation, goals.getLast());
        }
        return ways(situation, decision, obstacle).stream()
                .sorted(Comparator.comparingInt(List::size))
                .limit(MOST_ROWS)
                .map(wishes -> granted(situation, wishes))
                .filter(changes -> !changes.isEmpty())
                .filter(changes -> {
                    Situation after = with(situation, changes);
                    return goals.getLast().isReached(after, after.decide());
                })
                .min(Comparator.comparingDouble(changes ->
                        changes.stream().mapToDouble(Change::distance).sum()))
                .orElse(List.of());
    }

    /** Another channel and the other direction together. */
    private List<Change> asked(Situation situation, Goal further) {
        return new Beyond(movable, situation, candidate)
                .asked().stream()
                        .filter(changes -> {
                            Situation after = with(situation, changes);
                            return further.isReached(after, after.decide());
                        })
                        .findFirst()
                        .orElse(List.of());
    }

    /** The terms an obstacle is about. */
    private Set<TermPath> concerned(Rejection obstacle) {
        Set<TermPath> terms = new LinkedHashSet<>();
        switch (obstacle) {
            case Rejection.ByRules(Verdict.NotAllowed(var layer, var nearest)) ->
                movable.allowing(layer, candidate)
                        .forEach(row -> row.comparisons().forEach(asked -> {
                            terms.add(asked.term());
                            terms.addAll(asked.terms());
                            asked.calculations().forEach(each -> terms.addAll(each.terms()));
                        }));
            case Rejection.ByRules(Verdict.Forbidden(var layer, Firing by)) ->
                by.comparisons().forEach(each -> terms.add(each.term()));
            case Rejection.ChannelForbidden(var channel, Firing by) ->
                by.comparisons().forEach(each -> terms.add(each.term()));
            case Rejection.NoConsent(var channel, var consent) -> terms.add(TermPath.of(consent));
            default -> terms.addAll(movable.worth(candidate));
        }
        return terms;
    }

    private Goal further(Rejection obstacle) {
        return (after, then) -> Standing.rejection(then, candidate)
                .map(now -> Standing.isFurther(now, obstacle))
                .orElse(Standing.isChosen(then, candidate, limit));
    }

    /** The ways around an obstacle, each a list of conditions that would all have to come out otherwise. */
    private List<List<Wish>> ways(Situation situation, Decision decision, Rejection obstacle) {
        return switch (obstacle) {
            case Rejection.ByRules(Verdict.NotAllowed(var layer, var nearest)) -> {
                Terms known = Probe.known(situation, decision);
                yield movable.allowing(layer, candidate).stream()
                        .map(row -> row.comparisons().stream()
                                .map(asked -> Wish.of(asked, known, id()))
                                .filter(wish -> !wish.isReached(situation, decision))
                                .toList())
                        .toList();
            }
            case Rejection.ByRules(Verdict.Forbidden(var layer, Firing by)) -> notHolding(by);
            case Rejection.ChannelForbidden(var channel, Firing by) -> notHolding(by);
            default -> List.of();
        };
    }

    private List<List<Wish>> notHolding(Firing by) {
        return by.comparisons().stream()
                .map(comparison -> List.of(Wish.of(comparison, false, id())))
                .toList();
    }

    private List<Change> granted(Situation situation, List<Wish> wishes) {
        List<Change> changes = new ArrayList<>();
        Situation after = situation;
        for (Wish wish : wishes) {
            List<Change> moves = moves(after, wish);
            if (moves.isEmpty() && !wish.isReached(after, after.decide())) {
                return List.of();
            }
            changes.addAll(moves);
            after = with(after, moves);
        }
        return changes;
    }

    /** One change, or several that add up: points, for example. */
    private List<Change> moves(Situation situation, Wish wish) {
        List<Change> moves = new ArrayList<>();
        Situation now = situation;
        boolean own = movable.isMovable(wish.term(), now, wish.candidate());
        for (int move = 0; move < MOST_MOVES; move++) {
            Situation before = now;
            Decision decision = before.decide();
            double gap = wish.gap(before, decision);
            List<List<Change>> found = Probe.changes(
                    movable,
                    before,
                    decision,
                    List.of(wish, (after, then) -> wish.gap(after, then) < gap),
                    wish.candidate(),
                    own ? wish.term()::equals : movable.behind(Set.of(wish.term()))::contains);
            if (!found.getFirst().isEmpty()) {
                moves.add(found.getFirst().getFirst());
                return moves;
            }
            Optional<Change> most = found.getLast().stream()
                    .filter(change -> moves.stream().noneMatch(each -> sameTerm(each, change)))
                    .min(Comparator.comparingDouble(change -> {
                        Situation after = before.with(change, key());
                        return wish.gap(after, after.decide());
                    }));
            if (most.isEmpty()) {
                return List.of();
            }
            moves.add(most.get());
            now = before.with(most.get(), key());
        }
        return List.of();
    }

    private static Change fromThere(Change change, Change earlier) {
        return change instanceof Change.OfReading last && earlier instanceof Change.OfReading first
                ? new Change.OfReading(
                        last.of(),
                        last.term(),
                        first.from(),
                        first.estimated(),
                        last.to(),
                        last.operator(),
                        last.needed(),
                        last.distance() + first.distance())
                : change;
    }

    private static boolean sameTerm(Change one, Change other) {
        return one instanceof Change.OfReading first
                && other instanceof Change.OfReading second
                && first.of().equals(second.of())
                && first.term().equals(second.term());
    }

    /** Amounts are weighed by the formula alone and cannot be combined with other changes. */
    private static boolean canBeCombined(Change change) {
        return !(change instanceof Change.OfFactor factor)
                || factor.factor() == Change.Factor.PROPENSITY
                || factor.factor() == Change.Factor.UPLIFT;
    }
}
