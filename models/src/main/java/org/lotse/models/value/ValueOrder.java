package org.lotse.models.value;

import java.util.Comparator;
import java.util.stream.IntStream;

/** How well predicted values order customers by what they spent. */
public final class ValueOrder {
    private ValueOrder() {}

    /** The area between the concentration curve of the spend, best predicted first, and the diagonal, times two. */
    public static double gini(double[] predicted, double[] spent) {
        int[] order = IntStream.range(0, predicted.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -predicted[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double sum = 0;
        double area = 0;
        double whole = 0;
        for (double each : spent) {
            whole += each;
        }
        for (int i : order) {
            area += sum + spent[i] / 2;
            sum += spent[i];
        }
        return whole == 0 ? 0 : 2 * area / (whole * spent.length) - 1;
    }
}
