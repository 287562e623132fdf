package org.lotse.api.planning;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.planning.roads.KnownTables;
import org.lotse.engine.planning.roads.OnRoads;
import org.lotse.engine.planning.roads.RoadNetwork;
import org.lotse.engine.planning.routes.TravelTimes;

/**
 * What the operator's files know about the land: where postal codes lie and how the roads go. The road network is made when
 * it is first asked for; that takes a minute for a state and is kept for the next start. Thread-safe.
 */
final class Geography implements AutoCloseable {
    private final PostalCodes postalCodes;
    private final @Nullable Path extract;
    private final Path folder;
    private final KnownTables tables;
    private @Nullable RoadNetwork network;

    private Geography(PostalCodes postalCodes, @Nullable Path extract, Path folder, KnownTables tables) {
        this.postalCodes = postalCodes;
        this.extract = extract;
        this.folder = folder;
        this.tables = tables;
    }

    /**
     * Files as they are set; an empty name stands for none.
     *
     * @param postalCodes CSV, see {@link PostalCodes}
     * @param roads an OpenStreetMap extract
     * @param folder where its network is kept
     */
    static Geography of(String postalCodes, String roads, Path folder, KnownTables tables) {
        return new Geography(PostalCodes.read(postalCodes), roads.isBlank() ? null : Path.of(roads), folder, tables);
    }

    /** No files. */
    static Geography unknown() {
        return of("", "", Path.of("."), KnownTables.none());
    }

    PostalCodes postalCodes() {
        return postalCodes;
    }

    /** Travel on the roads; empty when no extract is set. */
    synchronized Optional<TravelTimes> roads() {
        if (extract == null) {
            return Optional.empty();
        }
        RoadNetwork known = network;
        if (known == null) {
            known = RoadNetwork.open(extract, folder);
            network = known;
        }
        return Optional.of(new OnRoads(known, tables));
    }

    @Override
    public synchronized void close() {
        if (network != null) {
            network.close();
        }
    }
}
