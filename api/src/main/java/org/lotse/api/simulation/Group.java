package org.lotse.api.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lotse.engine.term.Value;

/** Counts decisions by the values of one sensitive attribute; amounts are banded into quarters. Not thread-safe. */
final class Group {
    private static final int BANDS = 4;
    private final Map<String, Counts> byValue = new TreeMap<>();
    private final List<Amount> amounts = new ArrayList<>();

    /** How the decisions about the people with one value went. */
    static final class Counts {
        long decisions;
        long offeredBefore;
        long offeredAfter;
        long changed;

        private void add(boolean before, boolean after, boolean differs) {
            decisions++;
            offeredBefore += before ? 1 : 0;
            offeredAfter += after ? 1 : 0;
            changed += differs ? 1 : 0;
        }

        private void add(Counts other) {
            decisions += other.decisions;
            offeredBefore += other.offeredBefore;
            offeredAfter += other.offeredAfter;
            changed += other.changed;
        }
    }

    private record Amount(double amount, boolean before, boolean after, boolean differs) {}

    void add(Value value, boolean before, boolean after, boolean differs) {
        if (value instanceof Value.Num(double number)) {
            amounts.add(new Amount(number, before, after, differs));
        } else {
            byValue.computeIfAbsent(value.toString(), key -> new Counts()).add(before, after, differs);
        }
    }

    void add(Group other) {
        other.byValue.forEach((value, counts) ->
                byValue.computeIfAbsent(value, key -> new Counts()).add(counts));
        amounts.addAll(other.amounts);
    }

    /** The counts by value, or by band: {@code 18 - 34}. */
    Map<String, Counts> counts() {
        if (amounts.isEmpty()) {
            return byValue;
        }
        double[] sorted = amounts.stream().mapToDouble(Amount::amount).sorted().toArray();
        double[] from = new double[BANDS];
        for (int band = 0; band < BANDS; band++) {
            from[band] = sorted[sorted.length * band / BANDS];
        }
        Map<Integer, Counts> byBand = new TreeMap<>();
        for (Amount amount : amounts) {
            int band = Arrays.binarySearch(from, amount.amount());
            int in = band >= 0 ? last(from, band) : -band - 2;
            byBand.computeIfAbsent(in, key -> new Counts()).add(amount.before(), amount.after(), amount.differs());
        }
        Map<String, Counts> named = new java.util.LinkedHashMap<>(byValue);
        byBand.forEach((band, counts) -> named.put(name(from, band, sorted[sorted.length - 1]), counts));
        return named;
    }

    private static int last(double[] from, int band) {
        int last = band;
        while (last + 1 < from.length && from[last + 1] == from[band]) {
            last++;
        }
        return last;
    }

    private static String name(double[] from, int band, double highest) {
        String begin = shown(from[band]);
        return band + 1 < from.length ? begin + " - < " + shown(from[band + 1]) : begin + " - " + shown(highest);
    }

    private static String shown(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
