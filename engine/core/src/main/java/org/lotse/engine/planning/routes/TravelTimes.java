package org.lotse.engine.planning.routes;

import java.util.List;
import java.util.Optional;
import org.lotse.engine.planning.Flaw;

/** How far places are from one another: a given matrix, the map, or a routing engine. */
public interface TravelTimes {
    /** What is wrong with these times and with the known places, if anything. */
    List<Flaw> flaws(List<Place> places);

    /** What is wrong with one place that a rep or a visit names, if anything. */
    Optional<Flaw.Code> flawOf(String place, List<Place> known);

    /** The ways between the places named, in their order. */
    TravelTable between(List<String> places, List<Place> known);

    /**
     * The ways from one place to others and back.
     *
     * @param minutesTo from the place to each of the others; infinite where there is no way
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Spokes(double[] minutesTo, double[] minutesFrom, double[] kilometresTo, double[] kilometresFrom) {}

    /** The ways between one place and others, for one that is added to a table. */
    Spokes spokes(String hub, List<String> others, List<Place> known);

    /** How much longer ways take at each hour of the day. */
    default HourFactors hours() {
        return HourFactors.NONE;
    }

    /** Whether kilometres are known. */
    boolean knowsKilometres();
}
