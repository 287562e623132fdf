package org.lotse.models.reach;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lotse.models.scoring.Link;
import org.lotse.models.signal.Table;

/**
 * What serves beside the habits of kinds: how one subject's own calls count. Immutable, safe for many threads.
 *
 * @param columns of a table of calls
 * @param scale how the kind's habits and the subject's own add up
 * @param memory the calls of a table that was learned from, by subject; empty for a model learned from the stored history,
 *     which brings its own calls
 */
public record ReachModel(CallColumns columns, Scale scale, Map<String, List<Call>> memory) {
    public ReachModel {
        memory = Map.copyOf(memory);
    }

    /**
     * How the kind's habits and the subject's own add up.
     *
     * @param slope stretches the log odds of the kind: what is true of a kind is stronger of each in it
     * @param shift and moves them
     * @param habit by how much subjects differ
     */
    public record Scale(double slope, double shift, Habit habit) {
        private static final double SPREAD = Math.PI / 8;

        double of(double margin) {
            return slope * margin + shift;
        }

        /** The mean probability where the log odds are not known exactly. */
        double chance(double margin, double own, double variance) {
            return Link.sigmoid((of(margin) + own) / Math.sqrt(1 + SPREAD * Math.max(0, variance)));
        }

        /** The same for somebody who was never called, as a link of the kind's margin. */
        public Link unknown() {
            double drawn = Math.sqrt(1 + SPREAD * habit.all());
            return new Link.Platt(slope / drawn, shift / drawn);
        }
    }

    /** A table of calls or slots, with weekday, hour and half-day as signals. */
    public Table prepared(Table table) {
        return columns.prepared(table, columns.calls(table));
    }

    /**
     * The probability of each row of a table, from the calls of earlier days: those of the table that have a result, and
     * those remembered. A row without a date is taken as after all of them.
     *
     * @param margins what the kinds' habits say of each row
     * @param results 1 and 0, NaN where there is none; empty if the table has none
     */
    public double[] predict(Table table, double[] margins, double[] results) {
        CallColumns.Calls calls = columns.calls(table);
        Map<String, List<Call>> known = new HashMap<>();
        for (int row = 0; row < results.length; row++) {
            if (!Double.isNaN(results[row]) && !Double.isNaN(calls.at()[row])) {
                known.computeIfAbsent(calls.subjects()[row], some -> new ArrayList<>())
                        .add(new Call(
                                calls.at()[row],
                                calls.weekdays()[row],
                                calls.hours()[row],
                                margins[row],
                                results[row] > 0.5));
            }
        }
        known.replaceAll((subject, own) -> together(own, memory.getOrDefault(subject, List.of())));
        double[] predicted = new double[margins.length];
        Map<String, OwnHabits> after = new HashMap<>();
        for (int row = 0; row < predicted.length; row++) {
            String subject = calls.subjects()[row];
            double at = calls.at()[row];
            List<Call> all = subject.isEmpty()
                    ? List.of()
                    : known.getOrDefault(subject, memory.getOrDefault(subject, List.of()));
            List<Call> before = all.stream().filter(call -> call.isKnownAt(at)).toList();
            OwnHabits own =
                    before.size() == all.size() ? after.computeIfAbsent(subject, some -> of(before)) : of(before);
            predicted[row] = own.chance(margins[row], calls.weekdays()[row], calls.hours()[row]);
        }
        return predicted;
    }

    /** Both in order of time; a call that is in both counts once. */
    private static List<Call> together(List<Call> one, List<Call> other) {
        Map<String, Call> all = new TreeMap<>();
        Stream.concat(other.stream(), one.stream())
                .forEach(call -> all.put(String.format(Locale.ROOT, "%020.6f %02d", call.at(), call.hour()), call));
        return List.copyOf(all.values());
    }

    /**
     * What calls say of one subject.
     *
     * @param calls known by now, in order of time
     */
    public OwnHabits of(List<Call> calls) {
        return new OwnHabits(scale, calls);
    }
}
