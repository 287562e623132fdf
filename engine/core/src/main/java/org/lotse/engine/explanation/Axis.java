package org.lotse.engine.explanation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermType;
import org.lotse.engine.term.Value;

/**
 * A figure that can be moved, and the points at which it is looked at: every border the rules set and the next figure
 * behind it, seen from what was read, one in between where it counts gradually, and some beyond. Dates are counted in days.
 */
final class Axis {
    private static final List<Integer> BEYOND = List.of(2, 4, 10, 100);
    private static final double MOST = 1e12;

    private final TermType type;
    private final boolean gradual;
    private final double perUnit;
    private final OptionalDouble from;
    private final double scale;
    private final TreeSet<Double> borders = new TreeSet<>();
    private final TreeSet<Double> points = new TreeSet<>();

    /**
     * @param asked the figures the rules compare it with
     * @param gradual whether it counts otherwise than by being compared: then more points are looked at
     */
    Axis(Term term, Optional<Value> read, Collection<Double> asked, boolean gradual) {
        this.gradual = gradual;
        this.type = term.type();
        this.perUnit = switch (type) {
            case PROBABILITY -> 10_000;
            case COUNT, DATE -> 1;
            default -> 100;
        };
        this.from = read.map(Axis::number).orElseGet(OptionalDouble::empty);
        asked.stream().filter(Axis::isUsable).forEach(borders::add);
        double lowest = term.range().map(Term.Range::lowest).orElseGet(this::lowest);
        double highest = term.range().map(Term.Range::highest).orElseGet(this::highest);
        this.scale = scale(lowest, highest);
        fill(lowest, highest);
    }

    OptionalDouble from() {
        return from;
    }

    TreeSet<Double> points() {
        return points;
    }

    boolean isBorder(double point) {
        return borders.contains(point);
    }

    double step() {
        return 1 / perUnit;
    }

    /** The figure in the middle, on the grid of the type. */
    double middle(double low, double high) {
        return grid(low + (high - low) / 2);
    }

    /** The next figure on the way from a point to another. */
    double before(double point, double towards) {
        return grid(point - Math.copySign(step(), point - towards));
    }

    double distance(double to) {
        return from.isEmpty() ? 1 : Math.abs(to - from.getAsDouble()) / scale;
    }

    Value value(double point) {
        return type == TermType.DATE ? Value.of(LocalDate.ofEpochDay((long) point)) : Value.of(point);
    }

    static OptionalDouble number(Value value) {
        return switch (value) {
            case Value.Num(double number) -> OptionalDouble.of(number);
            case Value.Date(LocalDate day) -> OptionalDouble.of(day.toEpochDay());
            default -> OptionalDouble.empty();
        };
    }

    private static boolean isUsable(double number) {
        return Double.isFinite(number) && Math.abs(number) <= MOST;
    }

    private double grid(double number) {
        return Math.round(number * perUnit) / perUnit;
    }

    private double lowest() {
        return type == TermType.DATE ? lowestSeen() - 400 : Math.min(0, lowestSeen() * BEYOND.getLast());
    }

    private double highest() {
        return switch (type) {
            case PROBABILITY -> 1;
            case PERCENT -> 100;
            case DATE -> highestSeen() + 400;
            default -> Math.max(1, highestSeen()) * BEYOND.getLast();
        };
    }

    private double lowestSeen() {
        double lowest = borders.isEmpty() ? from.orElse(0) : borders.first();
        return Math.min(lowest, from.orElse(lowest));
    }

    private double highestSeen() {
        double highest = borders.isEmpty() ? from.orElse(0) : borders.last();
        return Math.max(highest, from.orElse(highest));
    }

    private double scale(double lowest, double highest) {
        return switch (type) {
            case PROBABILITY -> 1;
            case PERCENT -> 100;
            case DATE -> 365;
            default -> {
                double span = highestSeen() - Math.min(0, lowestSeen());
                double range = highest - lowest;
                double scale = span > 0 ? Math.min(span, range) : range;
                yield scale > 0 ? scale : 1;
            }
        };
    }

    private void fill(double lowest, double highest) {
        List<Double> marks = new ArrayList<>(borders);
        from.ifPresent(marks::add);
        for (double mark : marks) {
            double whole = Math.floor(mark * perUnit + 1e-6) / perUnit;
            add(type == TermType.COUNT ? Math.rint(mark) : mark, lowest, highest);
            if (mark >= from.orElse(Double.NEGATIVE_INFINITY)) {
                add(grid(whole + step()), lowest, highest);
            }
            if (mark <= from.orElse(Double.NEGATIVE_INFINITY)) {
                add(grid(whole - step()), lowest, highest);
                add(grid(whole), lowest, highest);
            }
        }
        double top = Math.max(1, highestSeen());
        BEYOND.forEach(
                times -> add(grid(type == TermType.DATE ? highestSeen() + times : top * times), lowest, highest));
        add(grid(lowest), lowest, highest);
        if (highest <= MOST) {
            add(grid(highest), lowest, highest);
        }
        if (gradual) {
            List<Double> known = List.copyOf(points);
            for (int at = 0; at + 1 < known.size(); at++) {
                add(middle(known.get(at), known.get(at + 1)), lowest, highest);
            }
        }
    }

    private void add(double point, double lowest, double highest) {
        if (isUsable(point)
                && point >= lowest
                && point <= highest
                && (type != TermType.COUNT || point == Math.rint(point))) {
            points.add(point == 0 ? 0.0 : point);
        }
    }
}
