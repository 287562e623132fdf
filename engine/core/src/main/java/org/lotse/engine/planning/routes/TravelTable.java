package org.lotse.engine.planning.routes;

/**
 * Minutes and kilometres between numbered places; infinite minutes where there is no way. Not copied, so that large
 * tables stay cheap: whoever makes one does not change it afterwards.
 */
@SuppressWarnings("ArrayRecordComponent")
public record TravelTable(int size, double[] minutes, double[] kilometres) {
    public double minutes(int from, int to) {
        return minutes[from * size + to];
    }

    public double kilometres(int from, int to) {
        return kilometres[from * size + to];
    }
}
