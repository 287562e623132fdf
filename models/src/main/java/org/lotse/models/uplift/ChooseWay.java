package org.lotse.models.uplift;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Says which of several ways serves. What everybody does, moved, serves unless another way says beyond noise better what
 * happened: which way looks best on one sample is mostly chance.
 */
public final class ChooseWay {
    /** Qinis that differ by less are alike. */
    private static final double TRIFLE = 0.01;

    private static final double BEYOND_NOISE = 1.64;

    private ChooseWay() {}

    /**
     * How the treatment moves what everybody does, alone unless a mean says beyond noise better what happened: means exaggerate
     * for whom a treatment hardly pays. The first of the ways if none says it.
     */
    public static Way usual(List<Way> ways, Campaign campaign) {
        Way usual = ways.stream().filter(Way::isUsual).findFirst().orElse(ways.getFirst());
        for (Way way : ways) {
            if (way.isUsual() && Gain.of(way, usual, campaign).isBeyondNoise()) {
                usual = way;
            }
        }
        return usual;
    }

    /** The way that serves. */
    public static Way best(List<Way> ways, Way usual, Campaign campaign) {
        return ways.stream()
                .filter(way -> isBetter(way, usual, campaign))
                .max(Comparator.comparingDouble(Way::qini))
                .orElse(usual);
    }

    /**
     * Whether a way says better what became of both groups, beyond noise, or orders rows clearly better and says it no worse. The
     * first is seen sooner: every row tells how probable it was, while an order shows in few of them.
     */
    private static boolean isBetter(Way way, Way usual, Campaign campaign) {
        Gain gain = Gain.of(way, usual, campaign);
        return gain.isBeyondNoise() || gain.mean() > 0 && way.qini() > usual.qini() + TRIFLE;
    }

    /** By how much better one way says what became of a row than another does. */
    private record Gain(double mean, double error) {
        static Gain of(Way way, Way other, Campaign campaign) {
            double[] gains = IntStream.range(0, campaign.size())
                    .mapToDouble(row -> other.loss(row, campaign) - way.loss(row, campaign))
                    .toArray();
            double mean = Arrays.stream(gains).average().orElse(0);
            double squares =
                    Arrays.stream(gains).map(gain -> gain * gain).average().orElse(0);
            return new Gain(mean, Math.sqrt(Math.max(0, squares - mean * mean) / gains.length));
        }

        boolean isBeyondNoise() {
            return mean > BEYOND_NOISE * error;
        }
    }
}
