package org.lotse.engine.planning.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lotse.engine.planning.Flaw;
import org.lotse.engine.planning.Flaw.Code;

/** Travel times that depend on the hour of the day. Cost counts the minutes of the free road; when one arrives, the hour. */
public record RushHours(TravelTimes free, HourFactors hours) implements TravelTimes {
    @Override
    public List<Flaw> flaws(List<Place> places) {
        List<Flaw> flaws = new ArrayList<>(free.flaws(places));
        if (!hours.sound()) {
            flaws.add(Flaw.at("/travel/hourFactors", Code.HOUR_FACTORS, "value", hours.factors()));
        }
        return flaws;
    }

    @Override
    public Optional<Code> flawOf(String place, List<Place> known) {
        return free.flawOf(place, known);
    }

    @Override
    public TravelTable between(List<String> places, List<Place> known) {
        return free.between(places, known);
    }

    @Override
    public Spokes spokes(String hub, List<String> others, List<Place> known) {
        return free.spokes(hub, others, known);
    }

    @Override
    public boolean knowsKilometres() {
        return free.knowsKilometres();
    }
}
