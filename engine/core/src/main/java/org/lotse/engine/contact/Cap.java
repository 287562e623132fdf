package org.lotse.engine.contact;

import java.util.Optional;
import java.util.OptionalInt;
import org.lotse.engine.action.Direction;
import org.lotse.engine.term.Period;

/**
 * One row of the contact policy: at most so many contacts of a scope in a window, or a pause after outcomes.
 *
 * @param id the row it stands in, stable within a bundle: {@code contact-policy.csv#3}
 * @param row the row's number in the file, from 1
 * @param scope what is counted and limited together
 * @param limit the number of contacts from which on no further one is allowed; empty for a pure pause
 * @param window the window in which contacts are counted; empty for a pure pause
 * @param pause the pause after outcomes, if the row has one
 * @param direction contacts in which direction are counted and limited; empty means both
 * @param note the row's note
 */
public record Cap(
        String id,
        int row,
        Scope scope,
        OptionalInt limit,
        Optional<Window> window,
        Optional<Pause> pause,
        Optional<Direction> direction,
        String note) {

    /** What is counted and limited together; per person always. */
    public sealed interface Scope {
        /** All contacts of the person. */
        record Person() implements Scope {}

        /** Contacts over one channel. */
        record OfChannel(org.lotse.engine.action.ChannelKey channel) implements Scope {}

        /** Contacts for one purpose. */
        record OfPurpose(org.lotse.engine.term.Purpose purpose) implements Scope {}

        /** Contacts with actions of one group. */
        record OfGroup(String group) implements Scope {}

        /** Contacts with one action. */
        record OfAction(org.lotse.engine.action.ActionKey action) implements Scope {}
    }

    /** The window contacts are counted in. */
    public sealed interface Window {
        /** The time just before now, moving with it. */
        record Rolling(Period length) implements Window {}

        /** The current day, week (from Monday), month, quarter or year of the person's calendar. */
        record Calendar(Unit unit) implements Window {}

        /** What a calendar window spans. */
        enum Unit {
            DAY,
            WEEK,
            MONTH,
            QUARTER,
            YEAR
        }
    }

    /**
     * A pause after outcomes: "after 2 rejections within 180 days, 90 days off".
     *
     * @param count how many outcomes start it
     * @param outcome which outcome
     * @param within in what time they must have happened
     * @param pause how long it lasts after the last of them
     */
    public record Pause(int count, String outcome, Period within, Period pause) {}
}
