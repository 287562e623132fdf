package org.lotse.api.planning;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import org.lotse.api.model.JdbcServedModels;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.Terms;
import org.lotse.models.serving.Reach;
import org.lotse.models.serving.ServedModels;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says when customers are reached by phone: by the serving model; before there is one, by how many of all calls so far
 * reached somebody at that weekday and hour; before there are calls, by the rule that every hour is as good as another.
 */
@Component
class AskReach {
    private static final long ENOUGH = 50;
    private static final double DRAWN = 20;
    private static final double RULE = 0.5;
    private static final int DAYS = 8;
    private static final int HOURS = 24;

    private final JdbcServedModels models;
    private final JdbcClient database;

    AskReach(JdbcServedModels models, JdbcClient database) {
        this.models = models;
        this.database = database;
    }

    /** The same models and counts for all customers of one plan. */
    Asking asOf(Instant now, ZoneId zone) {
        return asOf(models.models(), now, zone);
    }

    Asking asOf(ServedModels serving, Instant now, ZoneId zone) {
        boolean hasModel = serving.versions().containsKey(ServedModels.REACHABILITY);
        return new Asking(serving, now, zone, hasModel ? Optional.empty() : Optional.of(counts(now, zone)));
    }

    /** When one customer is reached, and what that was taken from. */
    record Answer(ToDoubleBiFunction<DayOfWeek, Integer> at, ReachBasis.Basis basis) {}

    /** Safe for many threads; an answer is for one. */
    static final class Asking {
        private final ServedModels serving;
        private final Instant now;
        private final ZoneId zone;
        private final Optional<Counts> counts;

        private Asking(ServedModels serving, Instant now, ZoneId zone, Optional<Counts> counts) {
            this.serving = serving;
            this.now = now;
            this.zone = zone;
            this.counts = counts;
        }

        Answer of(Terms terms, SubjectState state) {
            Optional<Reach> reach = serving.reach(terms, state, now.atZone(zone));
            if (reach.isPresent()) {
                Reach known = reach.get();
                return new Answer(known::at, new ReachBasis.Basis.Model(known.model(), known.calls()));
            }
            return counts.filter(some -> some.all() >= ENOUGH)
                    .map(some -> new Answer(some::share, new ReachBasis.Basis.Group(some.all())))
                    .orElseGet(() -> new Answer((day, hour) -> RULE, new ReachBasis.Basis.Rule()));
        }
    }

    private Counts counts(Instant now, ZoneId zone) {
        Counts counts = new Counts(new long[DAYS][HOURS], new long[DAYS][HOURS]);
        database.sql("""
                        select extract(isodow from time at time zone :zone)::int as day,
                               extract(hour from time at time zone :zone)::int as hour,
                               count(*) as calls,
                               count(*) filter (where data ->> 'result' = 'REACHED') as reached
                        from event
                        where type = 'call' and time <= :now and data ->> 'result' is not null
                        group by 1, 2""")
                .param("zone", zone.getId())
                .param("now", java.sql.Timestamp.from(now))
                .query(row -> {
                    counts.calls[row.getInt("day")][row.getInt("hour")] = row.getLong("calls");
                    counts.reached[row.getInt("day")][row.getInt("hour")] = row.getLong("reached");
                });
        return counts;
    }

    /** Calls by weekday and hour; what is rare is drawn to the hour's share, and that to the share of all. */
    @SuppressWarnings("ArrayRecordComponent") // Filled once, then only read.
    private record Counts(long[][] calls, long[][] reached) {
        long all() {
            return Arrays.stream(calls).flatMapToLong(Arrays::stream).sum();
        }

        double share(DayOfWeek day, int hour) {
            double whole = (double)
                            Arrays.stream(reached).flatMapToLong(Arrays::stream).sum()
                    / Math.max(1, all());
            double own = 0;
            double of = 0;
            for (int each = 1; each < DAYS; each++) {
                own += reached[each][hour];
                of += calls[each][hour];
            }
            double atHour = (own + DRAWN * whole) / (of + DRAWN);
            return (reached[day.getValue()][hour] + DRAWN * atHour) / (calls[day.getValue()][hour] + DRAWN);
        }
    }
}
