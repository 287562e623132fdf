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

    /** Whether kilometres are known. */
    boolean knowsKilometres();
}
