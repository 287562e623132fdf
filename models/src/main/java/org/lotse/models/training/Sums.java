package org.lotse.models.training;

import java.util.ArrayList;
import java.util.List;
import org.lotse.models.scoring.AdditiveBins;
import org.lotse.models.scoring.BoostedTrees;
import org.lotse.models.scoring.Constant;
import org.lotse.models.scoring.Foreign;
import org.lotse.models.scoring.Scorer;
import org.lotse.models.scoring.Sum;

/** Builds weighted sums of scorers, with the weights worked into them. */
public final class Sums {
    private Sums() {}

    /**
     * @param weights one per scorer, then the shift
     */
    public static Scorer of(List<Scorer> scorers, double[] weights) {
        List<Scorer> parts = new ArrayList<>();
        for (int i = 0; i < scorers.size(); i++) {
            parts.add(times(scorers.get(i), weights[i]));
        }
        parts.add(new Constant(weights[scorers.size()]));
        return new Sum(parts);
    }

    static Scorer times(Scorer scorer, double weight) {
        return switch (scorer) {
            case Constant(double margin) -> new Constant(weight * margin);
            case AdditiveBins bins -> bins.times(weight);
            case BoostedTrees trees -> trees.times((float) weight);
            case Foreign foreign ->
                throw new IllegalArgumentException("The scorer " + foreign + " of somebody else is never blended.");
            case Sum(List<Scorer> parts) ->
                new Sum(parts.stream().map(part -> times(part, weight)).toList());
        };
    }
}
