package org.lotse.models.value;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.lotse.models.evaluation.Evaluation;

/** How good predicted values are beside what was spent. */
public final class ValueOrder {
    private ValueOrder() {}

    /**
     * The area between the concentration curve of the spend, best predicted first, and the diagonal, as a share of that
     * of the true order: 1 is perfect, 0 chance.
     */
    public static double gini(double[] predicted, double[] spent) {
        double perfect = area(spent, spent);
        return perfect <= 0 ? 0 : area(predicted, spent) / perfect;
    }

    /**
     * @param days the horizon
     * @param cut the day values were known on
     * @param prospects what was predicted
     * @param spent what was spent since
     * @param bought how often
     */
    public static Evaluation.Values evaluate(
            int days,
            List<Purchases.Customer> customers,
            long cut,
            List<ValueModel.Prospect> prospects,
            double[] spent,
            double[] bought) {
        int size = spent.length;
        double[] values =
                prospects.stream().mapToDouble(ValueModel.Prospect::value).toArray();
        double[] before = customers.stream()
                .mapToDouble(one -> one.spent() * Math.min(1, days / Math.max(28.0, cut - one.days()[0])))
                .toArray();
        double covered = 0;
        double purchases = 0;
        double predicted = 0;
        double sum = 0;
        for (int i = 0; i < size; i++) {
            ValueModel.Prospect one = prospects.get(i);
            covered += spent[i] >= one.low() && spent[i] <= one.high() ? 1.0 / size : 0;
            purchases += Math.abs(one.purchases() - bought[i]) / size;
            predicted += values[i];
            sum += spent[i];
        }
        return new Evaluation.Values(
                size,
                gini(values, spent),
                gini(before, spent),
                error(values, spent),
                error(before, spent),
                sum == 0 ? 0 : predicted / sum - 1,
                covered,
                purchases);
    }

    private static double error(double[] predicted, double[] spent) {
        return IntStream.range(0, spent.length)
                .mapToDouble(i -> Math.abs(predicted[i] - spent[i]))
                .average()
                .orElse(0);
    }

    private static double area(double[] predicted, double[] spent) {
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
