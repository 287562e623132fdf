package org.lotse.api.outcome;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lotse.api.decision.Records;
import org.lotse.api.events.RecordEvents;
import org.lotse.api.outcome.OutcomeController.OutcomeKept;
import org.lotse.api.outcome.OutcomeController.OutcomeReport;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.security.Caller;
import org.lotse.api.values.CurrentVocabulary;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.EventType;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.Value;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Joins an outcome to its decision and makes it an event; for an answer to a call it makes the contact count. */
@Component
@Transactional
public class RecordOutcome {
    private static final ProblemKind OTHER_OUTCOME = new ProblemKind("outcome-used-otherwise", HttpStatus.CONFLICT);

    private final JdbcClient database;
    private final Records records;
    private final RecordEvents events;
    private final CurrentVocabulary vocabulary;
    private final Clock clock;

    RecordOutcome(
            JdbcClient database, Records records, RecordEvents events, CurrentVocabulary vocabulary, Clock clock) {
        this.database = database;
        this.records = records;
        this.events = events;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    /**
     * Notes what came of an action just now.
     *
     * @param id of this report; the same id twice counts once
     * @param outcome an outcome the vocabulary declares
     * @return false when the same report was known already
     */
    public boolean record(String id, String decisionId, String action, String outcome, Caller caller) {
        return record(new OutcomeReport(id, decisionId, action, outcome, null, null), caller)
                .counted();
    }

    /**
     * Notes what a human reviewer says of an action of a decision; that is no contact with the person.
     *
     * @param id of this note; the same id twice counts once
     */
    public void noteReview(String id, String decisionId, String action, String outcome, Caller caller) {
        record(new OutcomeReport(id, decisionId, action, outcome, null, null), caller, false);
    }

    OutcomeKept record(OutcomeReport report, Caller caller) {
        return record(report, caller, true);
    }

    private OutcomeKept record(OutcomeReport report, Caller caller, boolean answersContact) {
        Instant now = clock.instant();
        Instant at = report.at() == null ? now : report.at().toInstant();
        check(report, at, now);
        Records.Summary decision = records.summary(report.decisionId());
        if (decision.actions().stream().noneMatch(report.action()::equals)) {
            throw ProblemException.invalid(
                    "/action", "NOT_IN_DECISION", report.action(), String.join(", ", decision.actions()));
        }
        boolean counted = database.sql("""
                                insert into outcome (id, decision_id, action, outcome, value, at, reported_by)
                                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .param(report.id())
                        .param(report.decisionId())
                        .param(report.action())
                        .param(report.outcome())
                        .param(report.value())
                        .param(Timestamp.from(at))
                        .param(caller.name())
                        .update()
                == 1;
        if (counted) {
            events.record(events(report, decision, at, answersContact));
        } else {
            refuseOther(report);
        }
        return new OutcomeKept(report.id(), report.decisionId(), report.action(), report.outcome(), counted);
    }

    private void check(OutcomeReport report, Instant at, Instant now) {
        Map<String, EventType> declared = vocabulary.get().events();
        EventType type = declared.get(report.outcome());
        if (type == null || type.outcome().isEmpty()) {
            List<String> outcomes = declared.values().stream()
                    .filter(one -> one.outcome().isPresent())
                    .map(EventType::key)
                    .toList();
            throw ProblemException.invalid(
                    "/outcome", "UNKNOWN_OUTCOME", report.outcome(), String.join(", ", outcomes));
        }
        if (at.isAfter(now.plusSeconds(60))) {
            throw ProblemException.invalid("/at", "IN_THE_FUTURE", at);
        }
        if (report.value() != null && !Double.isFinite(report.value())) {
            throw ProblemException.invalid("/value", "NOT_FINITE", report.value());
        }
    }

    private static List<Event> events(
            OutcomeReport report, Records.Summary decision, Instant at, boolean answersContact) {
        SubjectId subject = decision.subject();
        Map<String, Value> data = new HashMap<>();
        data.put("action", Value.text(report.action()));
        decision.channelOf(report.action()).ifPresent(channel -> data.put("channel", Value.text(channel)));
        Event outcome = new Event("outcome-" + report.id(), report.outcome(), subject, at, data);
        if (!decision.isInbound() || !answersContact) {
            return List.of(outcome);
        }
        Map<String, Value> contact = new HashMap<>(data);
        contact.put("direction", Value.text("INBOUND"));
        return List.of(
                outcome, new Event("contact-" + report.decisionId(), "contact", subject, decision.at(), contact));
    }

    /** The same id may come again, but only with the same content. */
    private void refuseOther(OutcomeReport report) {
        Optional<Boolean> same = database.sql(
                        "select decision_id = ? and action = ? and outcome = ? from outcome where id = ?")
                .params(report.decisionId(), report.action(), report.outcome(), report.id())
                .query(Boolean.class)
                .optional();
        if (!same.orElse(false)) {
            throw ProblemException.of(OTHER_OUTCOME, report.id());
        }
    }
}
