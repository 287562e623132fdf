package org.lotse.models.portrait;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.lotse.models.drift.ChiSquare;

/**
 * How outcomes moved over the months. A month is unusual when its outcome differs from that of all others beyond chance -
 * all months judged together - and by more than a quarter: a season, a campaign or a mistake that a model should not take for
 * the rule.
 */
final class Months {
    private static final double LEVEL = 0.01;
    private static final double QUARTER = 0.25;
    private static final int FEWEST = 50;

    private Months() {}

    private static final class Sum {
        private long rows;
        private double sum;
        private double squares;

        void add(double outcome) {
            rows++;
            sum += outcome;
            squares += outcome * outcome;
        }

        void remove(Sum part) {
            rows -= part.rows;
            sum -= part.sum;
            squares -= part.squares;
        }
    }

    static List<Portrait.Month> of(long[] times, double[] outcomes, ZoneId zone) {
        Map<YearMonth, Sum> months = new TreeMap<>();
        Sum all = new Sum();
        for (int row = 0; row < times.length; row++) {
            if (!Double.isNaN(outcomes[row])) {
                YearMonth month =
                        YearMonth.from(Instant.ofEpochMilli(times[row]).atZone(zone));
                months.computeIfAbsent(month, some -> new Sum()).add(outcomes[row]);
                all.add(outcomes[row]);
            }
        }
        Set<YearMonth> unusual = new HashSet<>();
        for (Optional<YearMonth> next = most(months, all);
                next.isPresent();
                next = most(without(months, unusual), all)) {
            unusual.add(next.get());
            all.remove(Objects.requireNonNull(months.get(next.get())));
        }
        return months.entrySet().stream()
                .filter(month -> month.getValue().rows >= Portrait.SMALLEST_GROUP)
                .map(month -> new Portrait.Month(
                        month.getKey().toString(),
                        month.getValue().rows,
                        month.getValue().sum / month.getValue().rows,
                        unusual.contains(month.getKey())))
                .toList();
    }

    /** The months that are left, so that one unusual month makes no other look unusual. */
    private static Map<YearMonth, Sum> without(Map<YearMonth, Sum> months, Set<YearMonth> unusual) {
        Map<YearMonth, Sum> left = new TreeMap<>(months);
        left.keySet().removeAll(unusual);
        return left;
    }

    /** The month that differs most from the others, if it does beyond chance and by more than a quarter. */
    private static Optional<YearMonth> most(Map<YearMonth, Sum> months, Sum all) {
        return months.entrySet().stream()
                .filter(month -> isFar(month.getValue(), all))
                .min(Comparator.comparingDouble(month -> chance(month.getValue(), all)))
                .filter(month -> chance(month.getValue(), all) <= LEVEL / months.size())
                .map(Map.Entry::getKey);
    }

    private static boolean isFar(Sum month, Sum all) {
        double others = (all.sum - month.sum) / Math.max(1, all.rows - month.rows);
        return Math.abs(month.sum / month.rows - others) > QUARTER * Math.abs(others);
    }

    /** The probability of so different a mean by chance (Welch, normal approximation). */
    private static double chance(Sum month, Sum all) {
        long rows = all.rows - month.rows;
        if (month.rows < FEWEST || rows < FEWEST) {
            return 1;
        }
        double others = (all.sum - month.sum) / rows;
        double mean = month.sum / month.rows;
        double variance = (month.squares / month.rows - mean * mean) / month.rows
                + ((all.squares - month.squares) / rows - others * others) / rows;
        return variance <= 0 ? 1 : ChiSquare.above((mean - others) * (mean - others) / variance, 1);
    }
}
