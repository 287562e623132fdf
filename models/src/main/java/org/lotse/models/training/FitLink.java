package org.lotse.models.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lotse.models.definition.CalibrationChoice;
import org.lotse.models.evaluation.Evaluate;
import org.lotse.models.scoring.Link;

/** Fits calibrations on out-of-fold margins and picks one by its log loss on folds it was not fitted on. */
final class FitLink {
    private static final double WORTH_IT = 1e-4;
    private static final int SPARE = 5;
    private static final List<CalibrationChoice> SIMPLEST_FIRST = List.of(
            CalibrationChoice.NONE, CalibrationChoice.PLATT, CalibrationChoice.CURVE, CalibrationChoice.ISOTONIC);

    /**
     * The chosen calibration.
     *
     * @param link fitted on all rows
     * @param probabilities each from a calibration fitted without the row's fold
     */
    record Chosen(Link link, double[] probabilities) {}

    private FitLink() {}

    static Chosen choose(double[] margins, Sample sample, CalibrationChoice choice, Threads threads) {
        List<CalibrationChoice> kinds = choice == CalibrationChoice.AUTO ? SIMPLEST_FIRST : List.of(choice);
        List<Chosen> tried = chosen(kinds, margins, sample, threads);
        Chosen best = tried.getFirst();
        double least = loss(best, sample);
        for (Chosen other : tried) {
            double loss = loss(other, sample);
            if (loss < least - WORTH_IT) {
                least = loss;
                best = other;
            }
        }
        return best;
    }

    private static double loss(Chosen chosen, Sample sample) {
        int[] all = sample.all();
        return Evaluate.logLoss(
                pick(chosen.probabilities(), all), pick(sample.rows().targets(), all));
    }

    /** Each kind fitted without each fold, and on all rows: side by side. */
    private static List<Chosen> chosen(
            List<CalibrationChoice> kinds, double[] margins, Sample sample, Threads threads) {
        double[] targets = sample.rows().targets();
        int folds = sample.folds().count();
        double[][] probabilities = new double[kinds.size()][margins.length];
        Link[] links = new Link[kinds.size()];
        threads.each(kinds.size() * (folds + 1), part -> {
            int kind = part / (folds + 1);
            int fold = part % (folds + 1);
            int[] others = fold == folds ? sample.all() : sample.outside(fold);
            Link link = fit(kinds.get(kind), pick(margins, others), pick(targets, others));
            if (fold == folds) {
                links[kind] = link;
            } else {
                for (int row : sample.folds().inside(fold)) {
                    probabilities[kind][row] = link.value(margins[row]);
                }
            }
        });
        return IntStream.range(0, links.length)
                .mapToObj(kind -> new Chosen(links[kind], probabilities[kind]))
                .toList();
    }

    private static double[] pick(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
    }

    private static Link fit(CalibrationChoice kind, double[] margins, double[] targets) {
        return switch (kind) {
            case PLATT -> platt(margins, targets);
            case CURVE -> FitCurve.of(margins, targets);
            case ISOTONIC -> isotonic(margins, targets);
            case NONE, AUTO -> new Link.Logistic();
        };
    }

    /** Newton steps on slope and shift; targets a little inside 0 and 1, as Platt proposed. */
    static Link platt(double[] margins, double[] targets) {
        double positives = 0;
        for (double target : targets) {
            positives += target;
        }
        double high = (positives + 1) / (positives + 2);
        double low = 1 / (targets.length - positives + 2);
        double slope = 1;
        double shift = 0;
        double loss = loss(margins, targets, high, low, slope, shift);
        for (int step = 0; step < 100; step++) {
            double[] direction = newton(margins, targets, high, low, slope, shift);
            double size = 1;
            double next = loss(margins, targets, high, low, slope - direction[0], shift - direction[1]);
            while (size > 1e-6 && !(next < loss)) {
                size /= 2;
                next = loss(margins, targets, high, low, slope - size * direction[0], shift - size * direction[1]);
            }
            if (!(next < loss - 1e-12 * margins.length)) {
                break;
            }
            slope -= size * direction[0];
            shift -= size * direction[1];
            loss = next;
        }
        return slope > 0 ? new Link.Platt(slope, shift) : new Link.Logistic();
    }

    private static double[] newton(
            double[] margins, double[] targets, double high, double low, double slope, double shift) {
        double gradientSlope = 0;
        double gradientShift = 0;
        double aa = 1e-9;
        double ab = 0;
        double bb = 1e-9;
        for (int i = 0; i < margins.length; i++) {
            double p = Link.sigmoid(slope * margins[i] + shift);
            double error = p - (targets[i] > 0.5 ? high : low);
            double weight = p * (1 - p);
            gradientSlope += error * margins[i];
            gradientShift += error;
            aa += weight * margins[i] * margins[i];
            ab += weight * margins[i];
            bb += weight;
        }
        double determinant = Math.max(1e-18, aa * bb - ab * ab);
        return new double[] {
            (bb * gradientSlope - ab * gradientShift) / determinant,
            (aa * gradientShift - ab * gradientSlope) / determinant
        };
    }

    private static double loss(
            double[] margins, double[] targets, double high, double low, double slope, double shift) {
        double sum = 0;
        for (int i = 0; i < margins.length; i++) {
            double z = slope * margins[i] + shift;
            double target = targets[i] > 0.5 ? high : low;
            sum += Math.max(z, 0) - z * target + Math.log1p(Math.exp(-Math.abs(z)));
        }
        return sum;
    }

    /** Pools neighbours until shares rise; the line goes through the pools' mean margins. */
    static Link isotonic(double[] margins, double[] targets) {
        int[] order = Evaluate.ascending(margins);
        List<double[]> pools = new ArrayList<>(); // rows, sum of margins, positives
        for (int row : order) {
            pools.add(new double[] {1, margins[row], targets[row]});
            while (pools.size() > 1 && falls(pools)) {
                double[] last = pools.removeLast();
                double[] before = pools.getLast();
                for (int i = 0; i < last.length; i++) {
                    before[i] += last[i];
                }
            }
        }
        if (pools.size() < SPARE) {
            return new Link.Logistic();
        }
        List<double[]> points = new ArrayList<>();
        for (double[] pool : pools) {
            double margin = pool[1] / pool[0];
            double share = (pool[2] + 0.5) / (pool[0] + 1);
            if (points.isEmpty() || margin > points.getLast()[0]) {
                points.add(new double[] {margin, points.isEmpty() ? share : Math.max(share, points.getLast()[1])});
            }
        }
        return new Link.Isotonic(
                points.stream().mapToDouble(point -> point[0]).toArray(),
                points.stream().mapToDouble(point -> point[1]).toArray());
    }

    private static boolean falls(List<double[]> pools) {
        double[] last = pools.getLast();
        double[] before = pools.get(pools.size() - 2);
        return before[2] / before[0] >= last[2] / last[0];
    }
}
