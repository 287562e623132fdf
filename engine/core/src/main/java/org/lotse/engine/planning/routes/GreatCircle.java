package org.lotse.engine.planning.routes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lotse.engine.planning.Flaw;
import org.lotse.engine.planning.Flaw.Code;

/**
 * Travel over the map without a road network: the great circle (haversine, mean earth radius 6371.0088 km) times a detour
 * factor at one speed.
 *
 * @param kmh speed, more than 0
 * @param detour road kilometres per kilometre as the crow flies, usually 1.2 to 1.5
 */
public record GreatCircle(double kmh, double detour) implements TravelTimes {
    private static final double EARTH_RADIUS_KM = 6371.0088;

    @Override
    public List<Flaw> flaws(List<Place> places) {
        List<Flaw> flaws = new ArrayList<>();
        positive("/travel/kmh", kmh, flaws);
        positive("/travel/detour", detour, flaws);
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            range("/places/" + i + "/lat", place.id(), place.latitude(), 90, flaws);
            range("/places/" + i + "/lon", place.id(), place.longitude(), 180, flaws);
        }
        return flaws;
    }

    private static void positive(String pointer, double value, List<Flaw> flaws) {
        if (!(value > 0) || Double.isInfinite(value)) {
            flaws.add(Flaw.at(pointer, Code.NOT_POSITIVE, "value", value));
        }
    }

    private static void range(String pointer, String item, double degrees, int limit, List<Flaw> flaws) {
        if (!(Math.abs(degrees) <= limit)) {
            flaws.add(Flaw.at(
                    pointer, Code.OUT_OF_RANGE, "item", item, "value", degrees, "range", "-" + limit + ".." + limit));
        }
    }

    @Override
    public Optional<Code> flawOf(String place, List<Place> known) {
        return known.stream().anyMatch(p -> p.id().equals(place)) ? Optional.empty() : Optional.of(Code.UNKNOWN_PLACE);
    }

    @Override
    public TravelTable between(List<String> places, List<Place> known) {
        Map<String, Place> byId = new HashMap<>();
        known.forEach(p -> byId.put(p.id(), p));
        List<Place> chosen = places.stream()
                .flatMap(p -> Optional.ofNullable(byId.get(p)).stream())
                .toList();
        int size = chosen.size();
        double[] minutes = new double[size * size];
        double[] kilometres = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double road = i == j ? 0 : kilometres(chosen.get(i), chosen.get(j)) * detour;
                kilometres[i * size + j] = road;
                minutes[i * size + j] = road / kmh * 60;
            }
        }
        return new TravelTable(size, minutes, kilometres);
    }

    @Override
    public Spokes spokes(String hub, List<String> others, List<Place> known) {
        Map<String, Place> byId = new HashMap<>();
        known.forEach(p -> byId.put(p.id(), p));
        Place centre = byId.get(hub);
        double[] minutes = new double[others.size()];
        double[] road = new double[others.size()];
        for (int i = 0; i < road.length; i++) {
            Place other = byId.get(others.get(i));
            road[i] = centre == null || other == null ? Double.POSITIVE_INFINITY : kilometres(centre, other) * detour;
            minutes[i] = road[i] / kmh * 60;
        }
        return new Spokes(minutes, minutes, road, road);
    }

    /** Kilometres as the crow flies. */
    public static double kilometres(Place from, Place to) {
        double dLat = Math.toRadians(to.latitude() - from.latitude());
        double dLon = Math.toRadians(to.longitude() - from.longitude());
        double a = Math.pow(Math.sin(dLat / 2), 2)
                + Math.cos(Math.toRadians(from.latitude()))
                        * Math.cos(Math.toRadians(to.latitude()))
                        * Math.pow(Math.sin(dLon / 2), 2);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(a)));
    }

    @Override
    public boolean knowsKilometres() {
        return true;
    }
}
