package org.lotse.rules.example;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.Value;
import org.lotse.rules.finding.Place;

/** One thing an example says. There is no step that does anything but name terms, a decision and what is expected. */
sealed interface Step {
    /** Where it stands. */
    Place place();

    /** From here on a new subject is spoken about. */
    record About(Place place, SubjectType type, String name) implements Step {}

    /** The subject has this value; the other terms are missing or computed. */
    record Given(Place place, Term term, Value value) implements Step {}

    /** The subject has objected to marketing. */
    record Objected(Place place) implements Step {}

    /** The day on which it is decided. */
    record Today(Place place, LocalDate day) implements Step {}

    /** The decision is taken. */
    record Decide(Place place, String decision, Optional<ChannelKey> channel, Direction direction) implements Step {}

    /** A rule term is expected to have this value, or none. */
    record OutputIs(Place place, Term term, Optional<Value> value) implements Step {}

    /** A number is expected not to be higher, or not to be lower. */
    record OutputBound(Place place, Term term, boolean atMost, double bound) implements Step {}

    /** This row is expected to be among those that decided. */
    record RowDecides(Place place, String row) implements Step {}

    /** This candidate is expected to be offered, or not to be. */
    record Offered(Place place, String candidate, boolean offered) implements Step {}

    /** One of these candidates is expected to be worth most. */
    record First(Place place, List<String> candidates) implements Step {
        public First {
            candidates = List.copyOf(candidates);
        }
    }

    /** Nothing is expected to be offered. */
    record Nothing(Place place) implements Step {}

    /** Whether it is an expectation about a decision taken before. */
    default boolean isExpectation() {
        return switch (this) {
            case About ignored -> false;
            case Given ignored -> false;
            case Objected ignored -> false;
            case Today ignored -> false;
            case Decide ignored -> false;
            case OutputIs ignored -> true;
            case OutputBound ignored -> true;
            case RowDecides ignored -> true;
            case Offered ignored -> true;
            case First ignored -> true;
            case Nothing ignored -> true;
        };
    }
}
