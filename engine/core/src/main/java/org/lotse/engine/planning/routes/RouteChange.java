package org.lotse.engine.planning.routes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens during the day. Times are minutes from the start of the problem's first day. */
public sealed interface RouteChange {
    /**
     * A visit is agreed for a rep and a minute: one that waits, or a new one.
     *
     * @param visit with its pin
     * @param place where that is, or null when the problem knows it
     */
    record Appointment(Visit visit, @Nullable Place place) implements RouteChange {}

    /** The customer is not there; the visit falls away. */
    record NoShow(String visit) implements RouteChange {}

    /**
     * The visit is over and the rep goes on from there.
     *
     * @param shift number of the rep's shift, from 0
     */
    record Done(String visit, String rep, int shift, double at) implements RouteChange {}

    /** The rep cannot go on before this minute. */
    record Late(String rep, double until) implements RouteChange {}

    /** From this minute on the rep does not work any more. */
    record Sick(String rep, double from) implements RouteChange {}

    /**
     * A visit nobody knew of.
     *
     * @param place where that is, or null when the problem knows it
     */
    record Emergency(Visit visit, @Nullable Place place) implements RouteChange {}

    /** The visit brings another load than was thought. */
    record Load(String visit, List<Double> demand) implements RouteChange {
        public Load {
            demand = List.copyOf(demand);
        }
    }

    /** One more rep or vehicle. */
    record ExtraRep(Rep rep) implements RouteChange {}

    /** Somebody who plans gives the visit to a rep; from now on nobody else makes it. */
    record Give(String visit, String rep) implements RouteChange {}

    /**
     * Where a visit stands before or after a change.
     *
     * @param rep null when it is not planned
     */
    record Standing(@Nullable String rep, int shift, double start) {}
}
