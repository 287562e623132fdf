package org.lotse.models.training;

/** The one who started a training stopped it; nothing was kept. */
public final class TrainingCancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TrainingCancelled(String step) {
        super("The training was cancelled before the step \"" + step + "\".");
    }
}
