package org.lotse.api.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lotse.api.events.RecordEvents;
import org.lotse.api.testing.Client;
import org.lotse.api.testing.ServiceTest;
import org.lotse.api.values.CurrentVocabulary;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class JdbcHistoryIT {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JsonMapper json;

    @Autowired
    private CurrentVocabulary vocabulary;

    @Autowired
    private RecordEvents events;

    @Test
    void trainingKnowsTheEventsOfRecordsThatAreTheSamePersonAsDecisionsDo() {
        Client admin = Client.of(port, "demo-admin");
        admin.put("/v1/customers/trained-1", "{\"attributes\": {}}");
        admin.put("/v1/customers/trained-2", "{\"attributes\": {}}");
        record("trained-1", "trained-e1");
        record("trained-2", "trained-e2");
        assertThat(history().get("trained-1")).containsExactly("trained-e1");

        admin.post("/v1/customers/trained-1/merge", "{\"into\": \"trained-2\"}");

        assertThat(history().get("trained-1")).containsExactlyInAnyOrder("trained-e1", "trained-e2");
        assertThat(history().get("trained-2")).containsExactlyInAnyOrder("trained-e1", "trained-e2");
    }

    private void record(String customer, String event) {
        events.record(List.of(new Event(
                event, "ticket", SubjectId.customer(customer), Instant.parse("2026-01-01T00:00:00Z"), Map.of())));
    }

    private Map<String, List<String>> history() {
        Map<String, List<String>> told = new HashMap<>();
        new JdbcHistory(database, transactions, json, vocabulary.get(), Instant.parse("2030-01-01T00:00:00Z"))
                .forEach(
                        SubjectType.CUSTOMER,
                        story -> told.put(
                                story.id().id(),
                                story.events().stream().map(Event::id).toList()));
        return told;
    }
}
