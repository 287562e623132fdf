package org.lotse.engine.explanation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.lotse.engine.decision.Decision;
import org.lotse.engine.rule.Conclusion;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.term.Reading;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Value;

/** Tries every term of a situation at every value that may matter, once for many goals. */
final class Probe {
    private static final double ESTIMATE_BECOMES_KNOWN = 0.5;
    private static final Comparator<Change> SMALLEST = Comparator.comparingDouble(Change::distance);

    private final Movable movable;
    private final Situation base;
    private final List<Goal> goals;
    private final List<List<Change>> found = new ArrayList<>();
    private final LocalDate today;
    private final Terms known;

    private Probe(Movable movable, Situation base, Decision decided, List<Goal> goals) {
        this.movable = movable;
        this.base = base;
        this.goals = goals;
        this.today = base.inputs().at().atZone(base.rules().settings().zone()).toLocalDate();
        this.known = known(base, decided);
        goals.forEach(goal -> found.add(new ArrayList<>()));
    }

    /** Per goal the smallest change of each term that reaches it, the smallest first. */
    static List<List<Change>> changes(
            Movable movable,
            Situation base,
            Decision decided,
            List<Goal> goals,
            Optional<SubjectId> candidate,
            Predicate<TermPath> looked) {
        Probe probe = new Probe(movable, base, decided, goals);
        probe.all(base.inputs().terms(), Optional.empty(), looked);
        candidate
                .flatMap(id -> Optional.ofNullable(base.inputs().candidates().get(id)))
                .ifPresent(own -> probe.all(own, candidate, looked));
        probe.found.forEach(changes -> changes.sort(SMALLEST));
        return probe.found;
    }

    /** Everything read and concluded. */
    static Terms known(Situation situation, Decision decided) {
        Map<TermPath, Reading> concluded = new LinkedHashMap<>();
        for (Map.Entry<TermKey, Conclusion> entry :
                decided.judgement().conclusions().entrySet()) {
            entry.getValue()
                    .value()
                    .ifPresent(value -> concluded.put(TermPath.of(entry.getKey()), new Reading.Known(value)));
        }
        return situation.inputs().terms().with(concluded);
    }

    private void all(Terms read, Optional<SubjectId> of, Predicate<TermPath> looked) {
        movable.terms(read, of).forEach((path, term) -> {
            if (!looked.test(path)) {
                return;
            }
            Reading now = read.at(path);
            boolean figure = term.type().isNumeric() || term.type() == org.lotse.engine.term.TermType.DATE;
            List<List<Change>> options = new ArrayList<>();
            goals.forEach(goal -> options.add(new ArrayList<>()));
            if (figure) {
                figures(of, path, term, now, options);
            } else {
                values(of, path, term, now, options);
            }
            presence(of, path, now, options);
            for (int goal = 0; goal < goals.size(); goal++) {
                options.get(goal).stream().min(SMALLEST).ifPresent(found.get(goal)::add);
            }
        });
    }

    private BitSet reached(Situation situation) {
        Decision decision = situation.decide();
        BitSet reached = new BitSet();
        for (int goal = 0; goal < goals.size(); goal++) {
            reached.set(goal, goals.get(goal).isReached(situation, decision));
        }
        return reached;
    }

    private Situation at(Optional<SubjectId> of, TermPath path, Value value) {
        return base.with(of, path, new Reading.Known(value));
    }

    private void figures(Optional<SubjectId> of, TermPath path, Term term, Reading now, List<List<Change>> options) {
        Axis axis = new Axis(term, now.value(), movable.borders(path, known, today), movable.isGradual(path));
        List<Double> points = List.copyOf(axis.points());
        List<BitSet> reached = new ArrayList<>();
        for (double point : points) {
            boolean same = axis.from().isPresent() && axis.from().getAsDouble() == point;
            reached.add(same ? new BitSet() : reached(at(of, path, axis.value(point))));
        }
        for (int goal = 0; goal < goals.size(); goal++) {
            Nearest nearest = new Nearest(of, path, axis, points, reached, goal);
            nearest.upwards(now).ifPresent(options.get(goal)::add);
            nearest.downwards(now).ifPresent(options.get(goal)::add);
        }
    }

    /** Looks along one axis for the nearest point at which one goal is reached. */
    private final class Nearest {
        private final Optional<SubjectId> of;
        private final TermPath path;
        private final Axis axis;
        private final List<Double> points;
        private final List<BitSet> reached;
        private final int goal;

        Nearest(Optional<SubjectId> of, TermPath path, Axis axis, List<Double> points, List<BitSet> reached, int goal) {
            this.of = of;
            this.path = path;
            this.axis = axis;
            this.points = points;
            this.reached = reached;
            this.goal = goal;
        }

        Optional<Change> upwards(Reading now) {
            double from = axis.from().orElse(Double.NEGATIVE_INFINITY);
            for (int at = 0; at < points.size(); at++) {
                if (points.get(at) > from && reached.get(at).get(goal)) {
                    double before = at > 0 && points.get(at - 1) >= from ? points.get(at - 1) : from;
                    double to = refined(before, points.get(at));
                    boolean beyond =
                            at + 1 == points.size() || reached.get(at + 1).get(goal);
                    return Optional.of(change(now, to, beyond ? Operator.FROM : Operator.IS, -axis.step()));
                }
            }
            return Optional.empty();
        }

        Optional<Change> downwards(Reading now) {
            if (axis.from().isEmpty()) {
                return Optional.empty();
            }
            double from = axis.from().getAsDouble();
            for (int at = points.size() - 1; at >= 0; at--) {
                if (points.get(at) < from && reached.get(at).get(goal)) {
                    double before = at + 1 < points.size() && points.get(at + 1) <= from ? points.get(at + 1) : from;
                    double to = refined(before, points.get(at));
                    boolean beyond = at == 0 || reached.get(at - 1).get(goal);
                    return Optional.of(change(now, to, beyond ? Operator.UP_TO : Operator.IS, axis.step()));
                }
            }
            return Optional.empty();
        }

        /** Between a point that does not suffice and one that does, the first that does. */
        private double refined(double fails, double suffices) {
            if (!Double.isFinite(fails)) {
                return suffices;
            }
            double before = axis.before(suffices, fails);
            if (Math.abs(suffices - fails) > axis.step() && !reaches(before)) {
                return suffices;
            }
            double low = fails;
            double high = suffices;
            while (Math.abs(high - low) > axis.step() * 1.5) {
                double middle = axis.middle(low, high);
                if (middle == low || middle == high) {
                    break;
                }
                if (reaches(middle)) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
            return high;
        }

        private boolean reaches(double point) {
            Situation situation = at(of, path, axis.value(point));
            return goals.get(goal).isReached(situation, situation.decide());
        }

        /** The change in words that fit the border: "above 14" rather than "from 14.01". */
        private Change change(Reading now, double to, Operator operator, double back) {
            double border = Math.round((to + back) / axis.step()) * axis.step();
            Optional<Double> strict = axis.points().stream()
                    .filter(axis::isBorder)
                    .filter(each -> !axis.isBorder(to) && operator != Operator.IS)
                    .filter(each -> Math.abs(each - border) < axis.step() * 0.999)
                    .findFirst();
            Operator said = strict.isEmpty() ? operator : operator == Operator.FROM ? Operator.ABOVE : Operator.BELOW;
            return new Change.OfReading(
                    of,
                    path,
                    now.value(),
                    now instanceof Reading.Estimated,
                    Optional.of(axis.value(to)),
                    said,
                    List.of(axis.value(strict.orElse(to))),
                    now instanceof Reading.Absent ? 1 : axis.distance(to));
        }
    }

    private void values(Optional<SubjectId> of, TermPath path, Term term, Reading now, List<List<Change>> options) {
        List<List<Value>> sufficing = new ArrayList<>();
        goals.forEach(goal -> sufficing.add(new ArrayList<>()));
        for (Value value : movable.values(path, term)) {
            if (!now.equals(new Reading.Known(value))) {
                reached(at(of, path, value)).stream()
                        .forEach(goal -> sufficing.get(goal).add(value));
            }
        }
        for (int goal = 0; goal < goals.size(); goal++) {
            List<Value> values = sufficing.get(goal);
            if (!values.isEmpty()) {
                options.get(goal)
                        .add(new Change.OfReading(
                                of,
                                path,
                                now.value(),
                                now instanceof Reading.Estimated,
                                Optional.of(values.getFirst()),
                                values.size() == 1 ? Operator.IS : Operator.IS_ONE_OF,
                                values,
                                1));
            }
        }
    }

    /** What is missing might not be missing, what is estimated might be known, what is there might not be. */
    private void presence(Optional<SubjectId> of, TermPath path, Reading now, List<List<Change>> options) {
        if (now instanceof Reading.Estimated(Value standIn)) {
            reached(at(of, path, standIn)).stream()
                    .forEach(goal -> options.get(goal)
                            .add(new Change.OfReading(
                                    of,
                                    path,
                                    now.value(),
                                    true,
                                    Optional.of(standIn),
                                    Operator.IS_GIVEN,
                                    List.of(),
                                    ESTIMATE_BECOMES_KNOWN)));
        }
        if (now instanceof Reading.Known && movable.asksWhetherMissing(path)) {
            reached(base.with(of, path, new Reading.Absent(Reading.Why.NOT_DELIVERED))).stream()
                    .forEach(goal -> options.get(goal)
                            .add(new Change.OfReading(
                                    of,
                                    path,
                                    now.value(),
                                    false,
                                    Optional.empty(),
                                    Operator.IS_MISSING,
                                    List.of(),
                                    1)));
        }
    }
}
