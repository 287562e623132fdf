package org.lotse.models.scoring;

import java.util.List;

/** Several scorers added up: a blend, with the weights worked into its parts. */
public record Sum(List<Scorer> parts) implements Scorer {
    public Sum {
        parts = List.copyOf(parts);
    }

    @Override
    public double margin(double[] row) {
        double sum = 0;
        for (int i = 0; i < parts.size(); i++) {
            sum += parts.get(i).margin(row);
        }
        return sum;
    }
}
