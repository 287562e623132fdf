package org.lotse.api.subjects;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lotse.api.values.CopyText;
import org.lotse.api.values.WriteValues;
import org.lotse.engine.term.SubjectId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Many subjects at once: a few statements per thousand of them. A delivery that changes nothing makes no version. */
@Component
@Transactional
public class DeliverSubjects {
    private final JdbcTemplate database;
    private final JsonMapper json;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    DeliverSubjects(JdbcTemplate database, JsonMapper json, ApplicationEventPublisher publisher, Clock clock) {
        this.database = database;
        this.json = json;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** What a delivery does to the values a subject has. */
    public enum Mode {
        /** They are replaced: what is not delivered any more is gone from now on. */
        REPLACE,
        /** They stay unless delivered anew. */
        MERGE
    }

    /**
     * Stores the deliveries, in their order where they are about the same subject and time.
     *
     * @param deliveries best some thousands at once
     */
    public void deliver(Collection<Delivery> deliveries, Mode mode) {
        if (deliveries.isEmpty()) {
            return;
        }
        database.execute((ConnectionCallback<@Nullable Void>) connection -> {
            List<List<Delivery>> rounds = rounds(deliveries);
            prepare(connection);
            for (List<Delivery> round : rounds) {
                copy(connection, round);
                store(connection, mode);
            }
            return null;
        });
        publisher.publishEvent(new SubjectsDelivered(deliveries));
    }

    /** Makes the subjects known that are not yet, without values. */
    public void know(Collection<SubjectId> subjects) {
        Timestamp now = Timestamp.from(clock.instant());
        String[] types = subjects.stream().map(id -> id.type().value()).toArray(String[]::new);
        String[] ids = subjects.stream().map(SubjectId::id).toArray(String[]::new);
        database.execute((ConnectionCallback<@Nullable Void>) connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into subject (type, id, version, created_at)
                    select distinct t, i, 0, ?::timestamptz from unnest(?::text[], ?::text[]) as known (t, i)
                    order by t, i
                    on conflict do nothing""")) {
                insert.setTimestamp(1, now);
                insert.setArray(2, connection.createArrayOf("text", types));
                insert.setArray(3, connection.createArrayOf("text", ids));
                insert.executeUpdate();
            }
            return null;
        });
        publisher.publishEvent(new SubjectsDelivered(subjects.stream()
                .map(id -> new Delivery(id, Map.of(), Map.of(), now.toInstant()))
                .toList()));
    }

    /** Each round names a subject once, earlier times first; deliveries of the same time are one. */
    private static List<List<Delivery>> rounds(Collection<Delivery> deliveries) {
        Map<SubjectId, List<Delivery>> bySubject = new HashMap<>();
        for (Delivery delivery : deliveries) {
            List<Delivery> own = bySubject.computeIfAbsent(delivery.subject(), id -> new ArrayList<>(1));
            int same = indexOfTime(own, delivery);
            if (same < 0) {
                own.add(delivery);
            } else {
                own.set(same, both(own.get(same), delivery));
            }
        }
        List<List<Delivery>> rounds = new ArrayList<>();
        bySubject.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(SubjectId::toString)))
                .forEach(subject -> {
                    List<Delivery> own = subject.getValue();
                    own.sort(Comparator.comparing(Delivery::validFrom));
                    for (int round = 0; round < own.size(); round++) {
                        if (rounds.size() <= round) {
                            rounds.add(new ArrayList<>());
                        }
                        rounds.get(round).add(own.get(round));
                    }
                });
        return rounds;
    }

    private static int indexOfTime(List<Delivery> own, Delivery delivery) {
        for (int index = 0; index < own.size(); index++) {
            if (own.get(index).validFrom().equals(delivery.validFrom())) {
                return index;
            }
        }
        return -1;
    }

    private static Delivery both(Delivery earlier, Delivery later) {
        Map<org.lotse.engine.term.TermKey, org.lotse.engine.term.Value> attributes =
                new HashMap<>(earlier.attributes());
        attributes.putAll(later.attributes());
        Map<String, SubjectId> links = new HashMap<>(earlier.links());
        links.putAll(later.links());
        return new Delivery(later.subject(), attributes, links, later.validFrom());
    }

    private static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    create temporary table if not exists incoming_subject (
                        type text, id text collate "C", valid_from timestamptz, attributes jsonb, links jsonb)
                    on commit delete rows""");
        }
    }

    private void copy(Connection connection, List<Delivery> round) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("truncate incoming_subject");
        }
        CopyText.into(connection, "incoming_subject (type, id, valid_from, attributes, links)", copy -> {
            for (Delivery delivery : round) {
                copy.column(delivery.subject().type().value())
                        .column(delivery.subject().id())
                        .column(delivery.validFrom())
                        .column(json.writeValueAsString(WriteValues.plain(delivery.attributes())))
                        .column(json.writeValueAsString(StoredLinks.plain(delivery.links())))
                        .end();
            }
        });
    }

    private void store(Connection connection, Mode mode) throws SQLException {
        Timestamp now = Timestamp.from(clock.instant());
        try (PreparedStatement know = connection.prepareStatement("""
                        insert into subject (type, id, version, created_at)
                        select type, id, 0, ?::timestamptz from incoming_subject order by type, id
                        on conflict do nothing""");
                Statement lock = connection.createStatement();
                PreparedStatement add = connection.prepareStatement(addVersions(mode))) {
            know.setTimestamp(1, now);
            know.executeUpdate();
            lock.execute("""
                    select 1 from subject s join incoming_subject i on i.type = s.type and i.id = s.id
                    order by s.type, s.id for update of s""");
            add.setTimestamp(1, now);
            add.executeUpdate();
        }
    }

    private static String addVersions(Mode mode) {
        String attributes = mode == Mode.MERGE ? "coalesce(b.attributes, '{}'::jsonb) || i.attributes" : "i.attributes";
        String links = mode == Mode.MERGE ? "coalesce(b.links, '{}'::jsonb) || i.links" : "i.links";
        return """
                with merged as (
                    select i.type, i.id, i.valid_from, b.version as base, b.attributes as attributes_before,
                           b.links as links_before, %s as attributes, %s as links, s.version as version
                    from incoming_subject i
                    join subject s on s.type = i.type and s.id = i.id
                    left join lateral (
                        select version, attributes, links from subject_version v
                        where v.type = i.type and v.id = i.id and v.valid_from <= i.valid_from
                        order by v.valid_from desc, v.version desc limit 1) b on true),
                added as (
                    insert into subject_version (type, id, version, valid_from, recorded_at, attributes, links)
                    select type, id, version + 1, valid_from, ?::timestamptz, attributes, links from merged
                    where base is null or attributes is distinct from attributes_before
                          or links is distinct from links_before
                    returning type, id, version)
                update subject s set version = added.version from added where s.type = added.type and s.id = added.id
                """.formatted(attributes, links);
    }
}
