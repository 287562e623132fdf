package org.lotse.api.simulation;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lotse.engine.term.EventType;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what came of recorded decisions: what was chosen, by which chance, and whether it was accepted. */
final class ReadOutcomes {
    /** From this grade of the vocabulary on, an outcome says that an offer was accepted. */
    private static final double ACCEPTED = 2;

    private final JdbcClient database;
    private final Map<String, EventType> events;

    /** @param events the kinds of events, outcomes among them, by key */
    ReadOutcomes(JdbcClient database, Map<String, EventType> events) {
        this.database = database;
        this.events = Map.copyOf(events);
    }

    /**
     * What came of a decision.
     *
     * @param action what was chosen first; empty for nothing
     * @param channel over which channel
     * @param probability with which chance
     * @param accepted whether it was accepted within what was reported so far
     * @param value what acceptance was reported to be worth, where that was said
     */
    record Outcome(
            Optional<String> action,
            Optional<String> channel,
            double probability,
            boolean accepted,
            Optional<Double> value) {}

    /** The outcomes of decisions by their ids. */
    Map<String, Outcome> of(Collection<String> decisions) {
        Map<String, Outcome> outcomes = new HashMap<>();
        database.sql("""
                        select d.id, d.action, d.channel, d.probability, o.outcome, o.value
                        from decision_log d left join outcome o on o.decision_id = d.id and o.action = d.action
                        where d.id = any(?) order by d.id, o.at""").param(decisions.toArray(String[]::new)).query(row -> {
            double value = row.getDouble("value");
            Optional<Double> worth = row.wasNull() ? Optional.empty() : Optional.of(value);
            boolean accepted = Optional.ofNullable(row.getString("outcome"))
                    .map(events::get)
                    .flatMap(EventType::outcome)
                    .filter(outcome -> outcome.grade() >= ACCEPTED)
                    .isPresent();
            Outcome one = new Outcome(
                    Optional.ofNullable(row.getString("action")),
                    Optional.ofNullable(row.getString("channel")),
                    row.getDouble("probability"),
                    accepted,
                    accepted ? worth : Optional.empty());
            outcomes.merge(row.getString("id"), one, ReadOutcomes::both);
        });
        return outcomes;
    }

    private static Outcome both(Outcome one, Outcome other) {
        return new Outcome(
                one.action,
                one.channel,
                one.probability,
                one.accepted || other.accepted,
                one.value.or(() -> other.value));
    }
}
