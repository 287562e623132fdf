package org.lotse.api.duplicate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lotse.models.duplicate.CustomerRecord;
import org.lotse.models.duplicate.Found;
import org.lotse.models.duplicate.Linkage;
import org.lotse.models.duplicate.PairPattern;
import org.lotse.models.duplicate.StoreLinkage;
import org.lotse.models.duplicate.Suspect;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The suspected pairs in the database. */
@Component
class JdbcSuspects {
    private static final int AT_ONCE = 2_000;
    private static final String INSERT = """
            insert into duplicate_suspect (one, other, pattern, probability, likely, state, found_at)
            select ?, ?, ?, ?, ?, 'OPEN', ?
            where exists (select 1 from subject where type = 'customer' and id = ?)
                and exists (select 1 from subject where type = 'customer' and id = ?)
            on conflict (one, other) do update set pattern = excluded.pattern,
                probability = excluded.probability, likely = excluded.likely, found_at = excluded.found_at
            """;

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final AtomicReference<@Nullable Read> remembered = new AtomicReference<>();

    JdbcSuspects(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    /**
     * A search that was made.
     *
     * @param pairs compared
     * @param suspects found
     * @param leftOut found beyond those kept
     */
    record Search(UUID id, Instant at, String startedBy, int records, int pairs, int suspects, int leftOut) {}

    Optional<Search> latest() {
        return database.sql("select * from duplicate_search order by at desc limit 1")
                .query((row, number) -> new Search(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("at").toInstant(),
                        row.getString("started_by"),
                        row.getInt("records"),
                        row.getInt("pairs"),
                        row.getInt("suspects"),
                        row.getInt("left_out")))
                .optional();
    }

    /** By what the latest search judged. */
    Optional<Linkage> linkage() {
        return latest().map(Search::id).map(search -> {
            Read read = remembered.get();
            if (read == null || !read.search().equals(search)) {
                read = new Read(
                        search,
                        StoreLinkage.read(database.sql("select linkage from duplicate_search where id = ?")
                                .param(search)
                                .query((row, number) -> row.getString("linkage"))
                                .single()));
                remembered.set(read);
            }
            return read.linkage();
        });
    }

    /** The linkage of a search, which never changes. */
    private record Read(UUID search, Linkage linkage) {}

    /** Keeps what a search found in the place of what the one before did; decisions stay. */
    void keep(UUID search, Found found, List<CustomerRecord> records, int most, String by, Instant at) {
        hold();
        List<Suspect> kept = found.suspects().stream().limit(most).toList();
        database.sql("""
                        insert into duplicate_search (id, at, started_by, records, pairs, suspects, left_out, linkage)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        search,
                        Timestamp.from(at),
                        by,
                        found.records(),
                        found.pairs(),
                        found.suspects().size(),
                        found.suspects().size() - kept.size(),
                        StoreLinkage.write(found.linkage()))
                .update();
        database.sql("update duplicate_suspect set probability = 0, likely = false where state = 'MERGED'")
                .update();
        Timestamp now = Timestamp.from(at);
        insert(kept, records, now);
        database.sql("delete from duplicate_suspect where state = 'OPEN' and found_at <> ?")
                .param(now)
                .update();
        followPersons();
    }

    /** Keeps what was found about some records; what is known of other pairs stays. */
    void add(Found found, List<CustomerRecord> records, Instant at) {
        hold();
        insert(found.suspects(), records, Timestamp.from(at));
        followPersons();
    }

    /** One search at a time keeps what it found. */
    private void hold() {
        database.sql("select 1 from (select pg_advisory_xact_lock(4442)) locked")
                .query(Integer.class)
                .single();
    }

    private void insert(List<Suspect> suspects, List<CustomerRecord> records, Timestamp now) {
        batches.batchUpdate(INSERT, suspects, AT_ONCE, (row, suspect) -> {
            String one = records.get(suspect.one()).id();
            String other = records.get(suspect.other()).id();
            boolean first = one.compareTo(other) < 0;
            row.setString(1, first ? one : other);
            row.setString(2, first ? other : one);
            row.setLong(3, suspect.pattern().code());
            row.setDouble(4, suspect.probability());
            row.setBoolean(5, suspect.together());
            row.setTimestamp(6, now);
            row.setString(7, one);
            row.setString(8, other);
        });
    }

    /** Whoever is one person now has been merged, however that came about; whoever no longer is, is open again. */
    void followPersons() {
        String together = """
                exists (select 1 from person_record a join person_record b on b.subject_type = a.subject_type
                    and b.person = a.person where a.subject_type = 'customer' and a.subject_id = one and b.subject_id = other)
                """;
        database.sql("update duplicate_suspect set state = 'MERGED' where state <> 'MERGED' and " + together)
                .update();
        database.sql("update duplicate_suspect set state = 'OPEN' where state = 'MERGED' and not " + together)
                .update();
    }

    /** Those in a state, the most probable first, after a place in that order. */
    List<SuspectedPair> page(SuspectedPair.State state, double below, double after, long afterId, int limit) {
        return database.sql("""
                        select * from duplicate_suspect
                        where state = ? and probability <= ? and (probability < ? or probability = ? and id > ?)
                        order by probability desc, id limit ?
                        """)
                .params(state.name(), below, after, after, afterId, limit)
                .query(JdbcSuspects::pair)
                .list();
    }

    List<SuspectedPair> open() {
        return database.sql("select * from duplicate_suspect where state = 'OPEN' order by probability desc, id")
                .query(JdbcSuspects::pair)
                .list();
    }

    /** How the pairs nobody has decided on agree, each pattern once. */
    List<PairPattern> undecided() {
        return database.sql("select distinct pattern from duplicate_suspect where state in ('OPEN', 'UNSURE')")
                .query((row, number) -> new PairPattern(row.getLong("pattern")))
                .list();
    }

    Map<String, Integer> counts() {
        return database
                .sql("select state, count(*) as count from duplicate_suspect group by state")
                .query((row, number) -> Map.entry(row.getString("state"), row.getInt("count")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Optional<SuspectedPair> find(long id) {
        return database.sql("select * from duplicate_suspect where id = ?")
                .param(id)
                .query(JdbcSuspects::pair)
                .optional();
    }

    /** The pair, held until the transaction ends. */
    Optional<SuspectedPair> hold(long id) {
        return database.sql("select * from duplicate_suspect where id = ? for update")
                .param(id)
                .query(JdbcSuspects::pair)
                .optional();
    }

    void state(long id, SuspectedPair.State state) {
        database.sql("update duplicate_suspect set state = ? where id = ?")
                .params(state.name(), id)
                .update();
    }

    /** A pair somebody has called two customers, of one record of each list. */
    Optional<SuspectedPair> calledDifferent(List<String> ones, List<String> others) {
        return database.sql("""
                        select * from duplicate_suspect where state = 'DIFFERENT'
                            and (one = any (string_to_array(?, E'\\n')) and other = any (string_to_array(?, E'\\n'))
                                or other = any (string_to_array(?, E'\\n')) and one = any (string_to_array(?, E'\\n')))
                        order by id limit 1
                        """)
                .params(
                        String.join("\n", ones),
                        String.join("\n", others),
                        String.join("\n", ones),
                        String.join("\n", others))
                .query(JdbcSuspects::pair)
                .optional();
    }

    /** Gives pairs nobody has decided on the probability of how they agree. */
    void rescore(Map<PairPattern, Double> probabilities) {
        database.sql("""
                        update duplicate_suspect s set probability = now.probability
                        from unnest(string_to_array(?, ',')::bigint[], string_to_array(?, ',')::float8[])
                            now (pattern, probability)
                        where s.pattern = now.pattern and s.state in ('OPEN', 'UNSURE')
                            and s.probability <> now.probability
                        """)
                .params(
                        probabilities.keySet().stream()
                                .map(pattern -> Long.toString(pattern.code()))
                                .collect(Collectors.joining(",")),
                        probabilities.values().stream().map(String::valueOf).collect(Collectors.joining(",")))
                .update();
    }

    private static SuspectedPair pair(ResultSet row, int number) throws SQLException {
        return new SuspectedPair(
                row.getLong("id"),
                row.getString("one"),
                row.getString("other"),
                new PairPattern(row.getLong("pattern")),
                row.getDouble("probability"),
                row.getBoolean("likely"),
                SuspectedPair.State.valueOf(row.getString("state")));
    }
}
