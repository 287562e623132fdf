package org.lotse.models.training;

/** Who started a training hears how far it is and may stop it. Called from the training thread. */
public interface Progress {
    /**
     * @param step what is being done
     * @param share how much of the whole is done, 0..1
     */
    void at(String step, double share);

    /** Asked between steps; true ends the training with a {@link TrainingCancelled}. */
    default boolean isCancelled() {
        return false;
    }

    /** Reports a step, or ends the training when it is cancelled. */
    default void step(String step, double share) {
        if (isCancelled()) {
            throw new TrainingCancelled(step);
        }
        at(step, share);
    }

    /** The same training as a part of a larger one. */
    default Progress part(double from, double to) {
        Progress whole = this;
        return new Progress() {
            @Override
            public void at(String step, double share) {
                whole.at(step, from + (to - from) * share);
            }

            @Override
            public boolean isCancelled() {
                return whole.isCancelled();
            }
        };
    }

    /** Nobody listens. */
    Progress SILENT = (step, share) -> {};
}
