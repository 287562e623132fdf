package org.lotse.api.planning;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lotse.api.segment.Audience;
import org.lotse.api.segment.FindAudience;
import org.lotse.api.subjects.JdbcSubjects;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.planning.Limits;
import org.lotse.engine.planning.Watch;
import org.lotse.engine.planning.calls.Agent;
import org.lotse.engine.planning.calls.CallPlan;
import org.lotse.engine.planning.calls.CallProblem;
import org.lotse.engine.planning.calls.Candidate;
import org.lotse.engine.planning.calls.PlanCalls;
import org.lotse.engine.planning.sending.ReadingHours;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When to send a newsletter to whom: at the hour at which the person reads, for new people the group's. When only so many can be
 * sent in an hour, who gains most by an hour gets it: the same problem as a call list, solved the same way.
 */
@Component
class PlanSendTimes {
    private static final ChannelKey EMAIL = new ChannelKey("EMAIL");
    private static final TermKey KIND = new TermKey("kind");
    private static final TermKey ZONE = new TermKey("time-zone");
    private static final Duration HISTORY = Duration.ofDays(365);
    private static final double SECONDS = 20;

    private final JdbcSubjects subjects;
    private final FindAudience audiences;
    private final PlanReservations reservations;
    private final PlanCalls planner;
    private final RuleSets ruleSets;
    private final JdbcClient database;
    private final Clock clock;

    PlanSendTimes(
            JdbcSubjects subjects,
            FindAudience audiences,
            PlanReservations reservations,
            PlanCalls planner,
            RuleSets ruleSets,
            JdbcClient database,
            Clock clock) {
        this.subjects = subjects;
        this.audiences = audiences;
        this.reservations = reservations;
        this.planner = planner;
        this.ruleSets = ruleSets;
        this.database = database;
        this.clock = clock;
    }

    /**
     * What to plan.
     *
     * @param day on which it is sent; empty for tomorrow
     * @param from first hour, 0 to 23
     * @param to hour after the last one, 1 to 24
     * @param perHour at most so many in an hour; empty for any number
     * @param most at most so many people
     */
    record Wish(Audience audience, Optional<LocalDate> day, int from, int to, Optional<Integer> perHour, int most) {}

    /** When to send to somebody. */
    record SendTime(
            String customerId,
            Instant at,
            LocalDateTime local,
            double share,
            double average,
            ReadingHours.Basis basis) {}

    /** The plan; {@code left} counts those for whom no hour was left. */
    record SendTimes(LocalDate day, List<SendTime> times, int left) {}

    private record Reader(String id, String group, ZoneId zone) {}

    SendTimes plan(Wish wish) {
        RuleSet rules = ruleSets.active();
        audiences.check(wish.audience(), rules);
        Instant now = clock.instant();
        ZoneId own = rules.settings().zone();
        LocalDate day = wish.day().orElseGet(() -> now.atZone(own).toLocalDate().plusDays(1));
        Map<String, Reader> readers = readers(now, own);
        ReadingHours hours = new ReadingHours(openings(readers, now));
        Instant noon = day.atTime(12, 0).atZone(own).toInstant();
        var ledger = reservations.ledger(Optional.empty());
        List<Reader> chosen = new ArrayList<>();
        for (Reader reader : readers.values()) {
            SubjectId person = SubjectId.customer(reader.id());
            if (chosen.size() < wish.most()
                    && audiences.includes(wish.audience(), person, now, rules)
                    && MayBeContacted.on(EMAIL, person, rules, noon, ledger)) {
                chosen.add(reader);
            }
        }
        return wish.perHour().isPresent()
                ? shared(chosen, hours, day, wish, wish.perHour().get(), own)
                : free(chosen, hours, day, wish);
    }

    private static SendTimes free(List<Reader> readers, ReadingHours hours, LocalDate day, Wish wish) {
        List<SendTime> times = new ArrayList<>();
        for (Reader reader : readers) {
            int best = wish.from();
            for (int hour = wish.from(); hour < wish.to(); hour++) {
                best = share(reader, hours, day.atTime(hour, 0)) > share(reader, hours, day.atTime(best, 0))
                        ? hour
                        : best;
            }
            LocalDateTime local = day.atTime(best, 0);
            times.add(time(reader, hours, local.atZone(reader.zone()).toInstant(), day, wish));
        }
        return new SendTimes(day, times, 0);
    }

    /** Hours of the company's day; each takes so many. */
    private SendTimes shared(
            List<Reader> readers, ReadingHours hours, LocalDate day, Wish wish, int perHour, ZoneId own) {
        Instant first = day.atTime(wish.from(), 0).atZone(own).toInstant();
        Instant last = wish.to() == 24
                ? day.plusDays(1).atStartOfDay(own).toInstant()
                : day.atTime(wish.to(), 0).atZone(own).toInstant();
        Map<String, Reader> byId = new HashMap<>();
        List<Candidate> candidates = new ArrayList<>();
        for (Reader reader : readers) {
            byId.put(reader.id(), reader);
            Map<Instant, Double> open = new HashMap<>();
            for (Instant at = first; at.isBefore(last); at = at.plusSeconds(3_600)) {
                LocalDateTime local = LocalDateTime.ofInstant(at, reader.zone());
                if (local.getHour() >= wish.from() && local.getHour() < wish.to()) {
                    open.put(at, share(reader, hours, local));
                }
            }
            candidates.add(new Candidate(reader.id(), 1, 1, Set.of(), null, null, null, null, open));
        }
        Agent mail = new Agent("mail", Set.of(), List.of(new Agent.Shift(first, last)));
        CallPlan plan = planner.plan(
                new CallProblem(60, 60.0 / perHour, own, List.of(mail), candidates),
                Limits.ofSeconds(SECONDS, 0),
                Watch.none());
        List<SendTime> times = plan.calls().stream()
                .flatMap(call -> Optional.ofNullable(byId.get(call.customerId()))
                        .map(reader -> time(reader, hours, call.slot(), day, wish))
                        .stream())
                .toList();
        return new SendTimes(day, times, plan.left().size());
    }

    private static SendTime time(Reader reader, ReadingHours hours, Instant at, LocalDate day, Wish wish) {
        LocalDateTime local = LocalDateTime.ofInstant(at, reader.zone());
        double sum = 0;
        for (int hour = wish.from(); hour < wish.to(); hour++) {
            sum += share(reader, hours, day.atTime(hour, 0));
        }
        return new SendTime(
                reader.id(),
                at,
                local,
                share(reader, hours, local),
                sum / (wish.to() - wish.from()),
                hours.basis(reader.id()));
    }

    private static double share(Reader reader, ReadingHours hours, LocalDateTime local) {
        return hours.share(reader.id(), reader.group(), local);
    }

    private Map<String, Reader> readers(Instant now, ZoneId own) {
        Map<String, Reader> readers = new java.util.LinkedHashMap<>();
        subjects.forEach(
                SubjectType.CUSTOMER, now, state -> readers.put(state.id().id(), reader(state, own)));
        return readers;
    }

    private static Reader reader(SubjectState state, ZoneId own) {
        String zone = text(state, ZONE);
        return new Reader(
                state.id().id(),
                text(state, KIND),
                ZoneId.getAvailableZoneIds().contains(zone) ? ZoneId.of(zone) : own);
    }

    private static String text(SubjectState state, TermKey key) {
        return switch (state.attributes().get(key)) {
            case Value.Text(String text) -> text;
            case Value.Choice choice -> choice.toString();
            case null, default -> "";
        };
    }

    private List<ReadingHours.Opened> openings(Map<String, Reader> readers, Instant now) {
        List<ReadingHours.Opened> openings = new ArrayList<>();
        database.sql("select subject_id, time from event where type in ('email-open', 'CLICKED')"
                        + " and subject_type = 'customer' and time > ?")
                .param(Timestamp.from(now.minus(HISTORY)))
                .query(row -> {
                    Reader reader = readers.get(row.getString("subject_id"));
                    if (reader != null) {
                        openings.add(new ReadingHours.Opened(
                                reader.id(),
                                reader.group(),
                                LocalDateTime.ofInstant(row.getTimestamp("time").toInstant(), reader.zone())));
                    }
                });
        return openings;
    }
}
