package org.lotse.models.portrait;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lotse.models.drift.CompareCounts;
import org.lotse.models.drift.Holm;
import org.lotse.models.drift.Shift;

/**
 * Whether a model learned from other people than there are, or from unusual times: groups of today's population that it
 * hardly met, inputs that are spread otherwise, months that went otherwise. Each beyond chance, all looked at together.
 */
public final class FindDistortions {
    private static final double LEVEL = 0.01;
    /** A group has to be this large today to be missed. */
    private static final double GROUP = 0.03;
    /** A group is missing when what was learned from it is less than this part of what it should be. */
    private static final double HARDLY = 0.34;

    private static final double LARGE = 0.25;
    private static final Set<String> OF_THE_MOMENT = Set.of("action", "channel", "weekday", "hour", "half-day");

    private FindDistortions() {}

    /** What is distorted. */
    public sealed interface Distortion {}

    /**
     * A group of today's people that was hardly learned from.
     *
     * @param learned its share of the subjects learned from
     * @param today its share of today's people
     */
    public record MissingGroup(String input, Portrait.Kind kind, Portrait.Slot slot, double learned, double today)
            implements Distortion {}

    /**
     * An input that is spread otherwise among those learned from.
     *
     * @param index the population stability index
     */
    public record OtherPeople(String input, double index) implements Distortion {}

    /**
     * A month in which the outcome happened more or less often than in all others.
     *
     * @param others how often it happened in the others
     */
    public record UnusualMonth(String month, double outcome, double others) implements Distortion {}

    /** All that is distorted, missing groups first. */
    public static List<Distortion> in(Portrait portrait) {
        List<Distortion> found = new ArrayList<>(groups(portrait));
        for (Portrait.Month month : portrait.months()) {
            if (month.unusual()) {
                found.add(new UnusualMonth(month.month(), month.outcome(), others(portrait, month)));
            }
        }
        return found;
    }

    private static List<Distortion> groups(Portrait portrait) {
        List<Portrait.Input> inputs = portrait.inputs().stream()
                .filter(input -> !OF_THE_MOMENT.contains(input.name()))
                .toList();
        List<Shift> shifts = inputs.stream().map(FindDistortions::shift).toList();
        boolean[] beyond =
                Holm.beyondChance(shifts.stream().mapToDouble(Shift::p).toArray(), LEVEL);
        List<Distortion> missing = new ArrayList<>();
        List<Distortion> others = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            if (!beyond[i] || shifts.get(i).isTooFew()) {
                continue;
            }
            List<Distortion> own = missing(inputs.get(i), portrait);
            missing.addAll(own);
            if (own.isEmpty() && shifts.get(i).psi() >= LARGE) {
                others.add(new OtherPeople(inputs.get(i).name(), shifts.get(i).psi()));
            }
        }
        missing.addAll(others);
        return missing;
    }

    private static Shift shift(Portrait.Input input) {
        int slots = input.slots().size();
        long[] learned = new long[slots + 1];
        long[] today = new long[slots + 1];
        for (int slot = 0; slot < slots; slot++) {
            learned[slot] = input.slots().get(slot).subjects();
            today[slot] = input.slots().get(slot).surveyed();
        }
        learned[slots] = input.rest();
        today[slots] = input.restSurveyed();
        return CompareCounts.compare(learned, today);
    }

    private static List<Distortion> missing(Portrait.Input input, Portrait portrait) {
        List<Distortion> missing = new ArrayList<>();
        for (Portrait.Slot slot : input.slots()) {
            double learned = (double) slot.subjects() / portrait.subjects();
            double today = (double) slot.surveyed() / portrait.surveyed();
            if (slot.what() != Portrait.What.MISSING && today >= GROUP && learned < HARDLY * today) {
                missing.add(new MissingGroup(input.name(), input.kind(), slot, learned, today));
            }
        }
        double rest = (double) input.restSurveyed() / portrait.surveyed();
        double learned = (double) input.rest() / portrait.subjects();
        if (rest >= GROUP && learned < HARDLY * rest) {
            missing.add(new MissingGroup(
                    input.name(),
                    input.kind(),
                    new Portrait.Slot(
                            Portrait.What.RARE,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            input.rest(),
                            input.restSurveyed(),
                            0,
                            0),
                    learned,
                    rest));
        }
        return missing;
    }

    private static double others(Portrait portrait, Portrait.Month month) {
        double rows = 0;
        double sum = 0;
        for (Portrait.Month other : portrait.months()) {
            if (!other.equals(month)) {
                rows += other.rows();
                sum += other.rows() * other.outcome();
            }
        }
        return rows == 0 ? 0 : sum / rows;
    }
}
