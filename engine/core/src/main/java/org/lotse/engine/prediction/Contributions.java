package org.lotse.engine.prediction;

import java.util.List;

/**
 * What a prediction is made of. {@code baseMargin} and the parts on the margin add up to {@code margin}; {@code base} and
 * the shares add up to {@code value}.
 *
 * @param model name and content hash
 * @param baseMargin the average of the population on the model's own scale (log-odds for probabilities)
 * @param margin the subject's
 * @param base what is predicted on average
 * @param value what is predicted for the subject
 * @param parts what each signal adds, the largest share first
 */
public record Contributions(
        String model, double baseMargin, double margin, double base, double value, List<Part> parts) {
    public Contributions {
        parts = List.copyOf(parts);
    }

    /**
     * What one signal adds.
     *
     * @param signal a term's path, two of them joined by {@code x}, or what is known of the moment: action, channel
     * @param onMargin on the model's own scale
     * @param share in the unit of the prediction
     */
    public record Part(String signal, double onMargin, double share) {}
}
