package org.lotse.engine.trigger;

import java.util.Map;
import java.util.Optional;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.rule.RowRef;
import org.lotse.engine.term.Period;

/**
 * When to take a decision without being asked.
 *
 * @param key stable name, unique in its bundle
 * @param cause what sets it off
 * @param segment who it is for; empty means everybody
 * @param decision the decision taken
 * @param channel over which channel the contact goes; empty means the best one
 * @param hold how long the contact stays due; empty means as long as reservations do
 * @param row where its author finds it
 */
public record Trigger(
        String key,
        Cause cause,
        Optional<String> segment,
        String decision,
        Optional<ChannelKey> channel,
        Optional<Period> hold,
        RowRef row) {

    /** What sets a trigger off. */
    public sealed interface Cause {}

    /**
     * Something happened.
     *
     * @param event the event type
     * @param where data fields it must have
     */
    public record OnEvent(String event, Map<String, String> where) implements Cause {
        public OnEvent {
            where = Map.copyOf(where);
        }
    }

    /** A time has come. */
    public record Every(Rhythm rhythm) implements Cause {}

    /**
     * What used to happen has not happened for a while.
     *
     * @param event the event type
     * @param silence for how long
     */
    public record AbsenceOf(String event, Period silence) implements Cause {}
}
