package org.lotse.models.uplift;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.lotse.models.evaluation.Gain;

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
            if (way.isUsual() && gain(way, usual, campaign).exceeds(BEYOND_NOISE)) {
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
        Gain gain = gain(way, usual, campaign);
        return gain.exceeds(BEYOND_NOISE) || gain.mean() > 0 && way.qini() > usual.qini() + TRIFLE;
    }

    private static Gain gain(Way way, Way other, Campaign campaign) {
        return Gain.of(IntStream.range(0, campaign.size())
                .mapToDouble(row -> other.loss(row, campaign) - way.loss(row, campaign))
                .toArray());
    }
}
