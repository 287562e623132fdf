package org.lotse.api.planning;

import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.lotse.engine.planning.roads.KnownTables;
import org.lotse.engine.planning.routes.TravelTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Travel tables of the road network, kept in the database; the oldest make room. They say nothing about customers. */
@Component
class JdbcTravelTables implements KnownTables {
    private static final int KEPT = 50;
    private final JdbcClient database;
    private final Clock clock;

    JdbcTravelTables(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<TravelTable> find(String key) {
        return database.sql("select size, ways from travel_table where key = ?")
                .param(key)
                .query((row, number) -> read(row.getInt("size"), row.getBytes("ways")))
                .optional();
    }

    @Override
    public void keep(String key, TravelTable table) {
        database.sql("insert into travel_table (key, size, ways, made_at) values (?, ?, ?, ?) on conflict do nothing")
                .param(key)
                .param(table.size())
                .param(written(table))
                .param(Timestamp.from(clock.instant()))
                .update();
        database.sql("delete from travel_table where key not in"
                        + " (select key from travel_table order by made_at desc, key limit ?)")
                .param(KEPT)
                .update();
    }

    /** Minutes and kilometres as single-precision numbers; a second is exact enough. */
    private static byte[] written(TravelTable table) {
        ByteBuffer bytes = ByteBuffer.allocate(table.size() * table.size() * 2 * Float.BYTES);
        for (double minutes : table.minutes()) {
            bytes.putFloat((float) minutes);
        }
        for (double kilometres : table.kilometres()) {
            bytes.putFloat((float) kilometres);
        }
        return bytes.array();
    }

    private static TravelTable read(int size, byte[] ways) {
        ByteBuffer bytes = ByteBuffer.wrap(ways);
        double[] minutes = new double[size * size];
        double[] kilometres = new double[size * size];
        for (int i = 0; i < minutes.length; i++) {
            minutes[i] = bytes.getFloat();
        }
        for (int i = 0; i < kilometres.length; i++) {
            kilometres[i] = bytes.getFloat();
        }
        return new TravelTable(size, minutes, kilometres);
    }
}
