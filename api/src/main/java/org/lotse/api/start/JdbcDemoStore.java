package org.lotse.api.start;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lotse.api.demo.DemoCompany;
import org.lotse.api.demo.DemoConsent;
import org.lotse.api.demo.DemoObjection;
import org.lotse.api.events.RecordEvents;
import org.lotse.api.planning.JdbcTeam;
import org.lotse.api.subjects.DeliverSubjects;
import org.lotse.api.subjects.Delivery;
import org.lotse.api.values.CopyText;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.Purpose;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the demo company into the database: all of it in one transaction, so that a start that is killed leaves nothing. */
@Component
class JdbcDemoStore {
    private static final int BATCH = 50_000;
    private static final String BY = "demo";

    private final JdbcTemplate database;
    private final DeliverSubjects subjects;
    private final RecordEvents events;
    private final JdbcTeam team;
    private final Clock clock;

    JdbcDemoStore(JdbcTemplate database, DeliverSubjects subjects, RecordEvents events, JdbcTeam team, Clock clock) {
        this.database = database;
        this.subjects = subjects;
        this.events = events;
        this.team = team;
        this.clock = clock;
    }

    /** Whether nothing is stored about anybody yet. */
    boolean isEmpty() {
        return Boolean.TRUE.equals(database.queryForObject("select not exists (select from subject)", Boolean.class));
    }

    /** Stores the whole company. */
    @Transactional
    public void store(DemoCompany company, Progress progress) {
        Instant begin = company.referenceDay()
                .minusYears(2)
                .atStartOfDay(DemoCompany.ZONE)
                .toInstant();
        subjects.deliver(deliveries(company, begin), DeliverSubjects.Mode.MERGE);
        progress.tell(
                company.customers().size() + " customers, " + company.claims().size() + " claims stored");
        int stored = store(company.events());
        progress.tell(stored + " events stored");
        database.execute((ConnectionCallback<@Nullable Void>) connection -> {
            consents(connection, company.consents());
            objections(connection, company.objections());
            return null;
        });
        team.store(company);
        database.execute("analyze subject");
        database.execute("analyze subject_version");
        database.execute("analyze event");
    }

    private static List<Delivery> deliveries(DemoCompany company, Instant begin) {
        List<Delivery> deliveries = new ArrayList<>();
        company.customers()
                .forEach(customer -> customer.versions()
                        .forEach(version -> deliveries.add(
                                new Delivery(customer.id(), version.attributes(), Map.of(), version.validFrom()))));
        Stream.concat(company.jurists().stream(), company.claims().stream())
                .forEach(subject ->
                        deliveries.add(new Delivery(subject.id(), subject.attributes(), subject.links(), begin)));
        return deliveries;
    }

    private int store(Stream<Event> all) {
        List<Event> batch = new ArrayList<>(BATCH);
        int[] stored = {0};
        all.forEach(event -> {
            batch.add(event);
            if (batch.size() == BATCH) {
                stored[0] += events.record(batch);
                batch.clear();
            }
        });
        return stored[0] + events.record(batch);
    }

    private void consents(Connection connection, Stream<DemoConsent> consents) throws SQLException {
        Instant now = clock.instant();
        CopyText.into(
                connection,
                "consent (subject_type, subject_id, purpose, channel, granted, at, evidence, recorded_at, recorded_by)",
                copy -> {
                    for (DemoConsent consent : (Iterable<DemoConsent>) consents::iterator) {
                        copy.column(consent.customer().type().value())
                                .column(consent.customer().id())
                                .column(Purpose.MARKETING.name())
                                .column(consent.channel())
                                .column(Boolean.toString(consent.granted()))
                                .column(consent.at())
                                .column(consent.evidence())
                                .column(now)
                                .column(BY)
                                .end();
                    }
                });
    }

    private void objections(Connection connection, Stream<DemoObjection> objections) throws SQLException {
        Instant now = clock.instant();
        CopyText.into(
                connection, "objection (subject_type, subject_id, purpose, at, recorded_at, recorded_by)", copy -> {
                    for (DemoObjection objection : (Iterable<DemoObjection>) objections::iterator) {
                        copy.column(objection.customer().type().value())
                                .column(objection.customer().id())
                                .column(Purpose.MARKETING.name())
                                .column(objection.at())
                                .column(now)
                                .column(BY)
                                .end();
                    }
                });
    }
}
