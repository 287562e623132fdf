package org.lotse.engine.planning.roads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lotse.engine.planning.routes.GreatCircle;
import org.lotse.engine.planning.routes.Place;
import org.lotse.engine.planning.routes.TravelTable;
import org.lotse.engine.planning.routes.TravelTimes;

/** A small town of ten by ten crossings; one road leads one way only, and the river has one bridge. */
class RoadNetworkTest {
    private static final int SIDE = 10;
    private static final double STEP = 0.004;
    private final Map<String, TravelTable> kept = new HashMap<>();
    private final KnownTables tables = new KnownTables() {
        @Override
        public Optional<TravelTable> find(String key) {
            return Optional.ofNullable(kept.get(key));
        }

        @Override
        public void keep(String key, TravelTable table) {
            kept.put(key, table);
        }
    };

    @Test
    void waysFollowTheRoadsAndTheBridge(@TempDir Path folder) throws IOException {
        Path town = town(folder);
        Place south = at("south", 2, 4);
        Place north = at("north", 2, 5);
        List<Place> places = List.of(south, north, at("bridge", 9, 4), at("away", 300, 300));

        try (RoadNetwork roads = RoadNetwork.open(town, folder)) {
            TravelTimes travel = new OnRoads(roads, tables);
            TravelTable table = travel.between(List.of("south", "north", "bridge", "away"), places);

            assertThat(GreatCircle.kilometres(south, north)).isLessThan(0.5);
            assertThat(table.kilometres(0, 1))
                    .as("round by the bridge")
                    .isCloseTo(2 * GreatCircle.kilometres(south, places.get(2)) + 0.44, within(0.05));
            assertThat(table.minutes(0, 1)).isCloseTo(table.minutes(1, 0), within(0.01));
            assertThat(table.minutes(0, 3)).isInfinite();
            assertThat(travel.spokes("south", List.of("north"), places).minutesTo()[0])
                    .isCloseTo(table.minutes(0, 1), within(1e-6));
        }
    }

    @Test
    void aOneWayRoadIsDrivenOneWay(@TempDir Path folder) throws IOException {
        List<Place> places = List.of(at("west", 2, 0), at("east", 4, 0));

        try (RoadNetwork roads = RoadNetwork.open(town(folder), folder)) {
            TravelTable table = roads.between(places);

            assertThat(table.kilometres(1, 0)).isGreaterThan(table.kilometres(0, 1) + 0.5);
        }
    }

    @Test
    void aTableIsWorkedOutOnceAndTheNetworkIsKept(@TempDir Path folder) throws IOException {
        Path town = town(folder);
        List<Place> places = List.of(at("a", 1, 1), at("b", 7, 2));
        TravelTable first;
        try (RoadNetwork roads = RoadNetwork.open(town, folder)) {
            first = new OnRoads(roads, tables).between(List.of("a", "b"), places);
        }

        try (RoadNetwork again = RoadNetwork.open(town, folder)) {
            assertThat(new OnRoads(again, tables).between(List.of("a", "b"), places))
                    .isSameAs(first);
        }
        assertThat(kept).hasSize(1);
    }

    @Test
    void anExtractThatIsNotThereIsNamed(@TempDir Path folder) {
        assertThatThrownBy(() -> RoadNetwork.open(folder.resolve("none.osm"), folder))
                .hasMessageContaining("none.osm")
                .hasMessageContaining("lotse.planning.roads");
    }

    private static Place at(String id, int column, int row) {
        return new Place(id, 50 + row * STEP, 11 + column * STEP);
    }

    private static Path town(Path folder) throws IOException {
        StringBuilder map = new StringBuilder("<?xml version='1.0'?>\n<osm version='0.6'>\n");
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                map.append("<node id='%d' lat='%s' lon='%s'/>\n"
                        .formatted(id(column, row), 50 + row * STEP, 11 + column * STEP));
            }
        }
        int way = 1;
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                if (column + 1 < SIDE) {
                    way(map, way++, id(column, row), id(column + 1, row), row == 0 && column >= 2 && column < 4);
                }
                boolean overTheRiver = row == 4 && column < SIDE - 1;
                if (row + 1 < SIDE && !overTheRiver) {
                    way(map, way++, id(column, row), id(column, row + 1), false);
                }
            }
        }
        return Files.writeString(folder.resolve("town.osm"), map.append("</osm>\n"));
    }

    private static int id(int column, int row) {
        return 1 + row * SIDE + column;
    }

    private static void way(StringBuilder map, int id, int from, int to, boolean oneWay) {
        map.append("<way id='%d'><nd ref='%d'/><nd ref='%d'/><tag k='highway' v='residential'/>"
                .formatted(1000 + id, from, to));
        map.append(oneWay ? "<tag k='oneway' v='yes'/></way>\n" : "</way>\n");
    }
}
