package org.lotse.api.subjects;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lotse.api.events.RecordEvents;
import org.lotse.api.testing.Client;
import org.lotse.api.testing.ServiceTest;
import org.lotse.api.values.CurrentVocabulary;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Vocabulary;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class ReadSubjectIT {
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private RecordEvents events;

    @Autowired
    private JdbcSubjects subjects;

    @Autowired
    private CurrentVocabulary vocabulary;

    @Autowired
    private PlatformTransactionManager transactions;

    private final ReadSubject read = new ReadSubject(JsonMapper.shared());

    @Test
    void newEventsAreSeenAtOnce() {
        SubjectId id = customer("seen-1");
        record(id, "seen-e1", "2026-01-01T00:00:00Z");
        Vocabulary current = vocabulary.get();
        List<Event> before = read(id, LATER, current).events();

        record(id, "seen-e2", "2026-01-02T00:00:00Z");

        assertThat(before).extracting(Event::id).containsExactly("seen-e1");
        assertThat(read(id, LATER, current).events())
                .extracting(Event::id)
                .containsExactlyInAnyOrder("seen-e1", "seen-e2");
    }

    @Test
    void nothingNewIsTheVerySameList() {
        SubjectId id = customer("same-1");
        record(id, "same-e1", "2026-01-01T00:00:00Z");
        Vocabulary current = vocabulary.get();

        assertThat(read(id, LATER, current).events())
                .isSameAs(read(id, LATER, current).events());
    }

    @Test
    void eventOfATransactionThatEndsLaterIsNotMissed() {
        SubjectId id = customer("late-1");
        Vocabulary current = vocabulary.get();
        new TransactionTemplate(transactions).executeWithoutResult(open -> {
            record(id, "late-e1", "2026-01-01T00:00:00Z");
            Thread other = Thread.ofPlatform().start(() -> {
                record(id, "late-e2", "2026-01-02T00:00:00Z");
                assertThat(read(id, LATER, current).events())
                        .extracting(Event::id)
                        .containsExactly("late-e2");
            });
            join(other);
        });

        assertThat(read(id, LATER, current).events())
                .extracting(Event::id)
                .containsExactlyInAnyOrder("late-e1", "late-e2");
    }

    @Test
    void removedAndChangedEventsAreNotRemembered() {
        SubjectId id = customer("gone-1");
        record(id, "gone-e1", "2026-01-01T00:00:00Z");
        record(id, "gone-e2", "2026-01-02T00:00:00Z");
        Vocabulary current = vocabulary.get();
        read(id, LATER, current);

        database.update("delete from event where id = 'gone-e1'");
        database.update("update event set time = '2026-02-02T00:00:00Z' where id = 'gone-e2'");

        assertThat(read(id, LATER, current).events())
                .extracting(Event::id, Event::time)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("gone-e2", Instant.parse("2026-02-02T00:00:00Z")));
    }

    @Test
    void anyMomentIsReadAsItWas() {
        SubjectId id = customer("then-1");
        record(id, "then-e1", "2026-01-01T00:00:00Z");
        record(id, "then-e2", "2026-03-01T00:00:00Z");
        Vocabulary current = vocabulary.get();
        read(id, LATER, current);

        assertThat(read(id, Instant.parse("2026-02-01T00:00:00Z"), current).events())
                .extracting(Event::id)
                .containsExactly("then-e1");
    }

    @Test
    void erasedAndDeliveredAnewIsAnother() {
        SubjectId id = customer("again-1");
        record(id, "again-e1", "2026-01-01T00:00:00Z");
        Vocabulary current = vocabulary.get();
        read(id, LATER, current);

        Client.of(port, "demo-admin").send("DELETE", "/v1/customers/again-1", "");
        customer("again-1");

        assertThat(read(id, LATER, current).events()).isEmpty();
    }

    @Test
    void eventsOfRecordsThatAreTheSamePersonCountWhileTheyAre() {
        SubjectId id = customer("joined-1");
        SubjectId other = customer("joined-2");
        record(other, "joined-e2", "2026-01-02T00:00:00Z");
        Vocabulary current = vocabulary.get();
        assertThat(read(id, LATER, current).events()).isEmpty();

        Client admin = Client.of(port, "demo-admin");
        assertThat(admin.post("/v1/customers/joined-1/merge", "{\"into\": \"joined-2\"}")
                        .status())
                .isEqualTo(200);
        assertThat(read(id, LATER, current).events()).extracting(Event::id).containsExactly("joined-e2");

        record(other, "joined-e3", "2026-01-03T00:00:00Z");
        database.update("delete from event where id = 'joined-e2'");
        assertThat(read(id, LATER, current).events()).extracting(Event::id).containsExactly("joined-e3");

        assertThat(admin.post("/v1/customers/joined-1/split", "").status()).isEqualTo(200);
        assertThat(read(id, LATER, current).events()).isEmpty();
    }

    @Test
    void manyAreReadAsEachOfThemIs() {
        SubjectId plain = customer("many-1");
        SubjectId eventful = customer("many-2");
        SubjectId merged = customer("many-3");
        record(eventful, "many-e1", "2026-01-01T00:00:00Z");
        record(eventful, "many-e2", "2026-01-02T00:00:00Z");
        Client.of(port, "demo-admin").post("/v1/customers/many-3/merge", "{\"into\": \"many-2\"}");
        List<SubjectId> ids = List.of(plain, eventful, merged, SubjectId.customer("many-unknown"));

        for (Instant at : List.of(LATER, Instant.parse("2026-01-01T12:00:00Z"))) {
            Map<SubjectId, SubjectState> together = subjects.find(SubjectType.CUSTOMER, ids, at);

            for (SubjectId id : ids) {
                assertThat(Optional.ofNullable(together.get(id)))
                        .as("%s at %s", id, at)
                        .isEqualTo(subjects.find(id, at));
            }
            Map<SubjectId, SubjectState> streamed = new HashMap<>();
            subjects.forEach(SubjectType.CUSTOMER, at, state -> streamed.put(state.id(), state));
            ids.forEach(id -> assertThat(events(streamed.get(id)))
                    .as("%s at %s among all", id, at)
                    .isEqualTo(events(together.get(id))));
        }
        assertThat(read(merged, LATER, vocabulary.get()).events()).hasSize(2);
    }

    private static @Nullable Set<Event> events(@Nullable SubjectState state) {
        return state == null ? null : Set.copyOf(state.events());
    }

    private SubjectId customer(String id) {
        Client.of(port, "demo-admin").put("/v1/customers/" + id, "{\"attributes\": {}}");
        return SubjectId.customer(id);
    }

    private void record(SubjectId id, String event, String time) {
        events.record(List.of(new Event(event, "ticket", id, Instant.parse(time), Map.of())));
    }

    private SubjectState read(SubjectId id, Instant at, Vocabulary current) {
        SubjectState state = database.execute(
                (ConnectionCallback<@Nullable SubjectState>) connection -> read.read(connection, id, at, current));
        return Objects.requireNonNull(state, "nothing stored");
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
