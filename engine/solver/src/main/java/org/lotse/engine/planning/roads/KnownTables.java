package org.lotse.engine.planning.roads;

import java.util.Optional;
import org.lotse.engine.planning.routes.TravelTable;

/** Tables that have been worked out before, wherever they are kept. */
public interface KnownTables {
    /** A table by its key. */
    Optional<TravelTable> find(String key);

    /** Keeps a table that has just been worked out. */
    void keep(String key, TravelTable table);

    /** Keeps nothing. */
    static KnownTables none() {
        return new KnownTables() {
            @Override
            public Optional<TravelTable> find(String key) {
                return Optional.empty();
            }

            @Override
            public void keep(String key, TravelTable table) {}
        };
    }
}
