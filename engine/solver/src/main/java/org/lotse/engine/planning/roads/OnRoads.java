package org.lotse.engine.planning.roads;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lotse.engine.planning.Flaw;
import org.lotse.engine.planning.Flaw.Code;
import org.lotse.engine.planning.routes.GreatCircle;
import org.lotse.engine.planning.routes.Place;
import org.lotse.engine.planning.routes.TravelTable;
import org.lotse.engine.planning.routes.TravelTimes;

/** Travel on a road network. A table that has been worked out before is taken from where tables are kept. */
public final class OnRoads implements TravelTimes {
    private static final TravelTimes COORDINATES = new GreatCircle(1, 1);
    private final RoadNetwork roads;
    private final KnownTables tables;

    public OnRoads(RoadNetwork roads, KnownTables tables) {
        this.roads = roads;
        this.tables = tables;
    }

    @Override
    public List<Flaw> flaws(List<Place> places) {
        return COORDINATES.flaws(places);
    }

    @Override
    public Optional<Code> flawOf(String place, List<Place> known) {
        return COORDINATES.flawOf(place, known);
    }

    @Override
    public TravelTable between(List<String> places, List<Place> known) {
        List<Place> chosen = chosen(places, known);
        String key = key(chosen);
        return tables.find(key).orElseGet(() -> {
            TravelTable table = roads.between(chosen);
            tables.keep(key, table);
            return table;
        });
    }

    @Override
    public Spokes spokes(String hub, List<String> others, List<Place> known) {
        List<String> all = new ArrayList<>(others);
        all.addFirst(hub);
        TravelTable table = roads.between(chosen(all, known));
        int size = others.size();
        double[] to = new double[size];
        double[] from = new double[size];
        double[] kilometresTo = new double[size];
        double[] kilometresFrom = new double[size];
        for (int i = 0; i < size; i++) {
            to[i] = table.minutes(0, i + 1);
            from[i] = table.minutes(i + 1, 0);
            kilometresTo[i] = table.kilometres(0, i + 1);
            kilometresFrom[i] = table.kilometres(i + 1, 0);
        }
        return new Spokes(to, from, kilometresTo, kilometresFrom);
    }

    private static List<Place> chosen(List<String> places, List<Place> known) {
        Map<String, Place> byId = new HashMap<>();
        known.forEach(place -> byId.put(place.id(), place));
        return places.stream()
                .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                .toList();
    }

    /** The extract and where the places are, in order; who they are does not matter. */
    private String key(List<Place> places) {
        StringBuilder text = new StringBuilder(roads.extract());
        for (Place place : places) {
            text.append(String.format(Locale.ROOT, ";%.6f,%.6f", place.latitude(), place.longitude()));
        }
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean knowsKilometres() {
        return true;
    }
}
