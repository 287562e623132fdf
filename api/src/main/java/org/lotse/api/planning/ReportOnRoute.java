package org.lotse.api.planning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.lotse.api.events.RecordEvents;
import org.lotse.engine.planning.UnsoundProblem;
import org.lotse.engine.planning.routes.Visit;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What reps and those who plan say about a route on their pages; the plan changes at once and is searched on. */
@Component
public class ReportOnRoute {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String VISIT = "visit";
    private static final int OFFERS = 5;
    private static final int MOST_OFFERS = 50;

    private final PlansInForce plans;
    private final ImprovePlans improve;
    private final JdbcTeam team;
    private final JdbcDepots depots;
    private final RecordEvents events;
    private final ReadWishes wishes;
    private final Clock clock;

    ReportOnRoute(
            PlansInForce plans,
            ImprovePlans improve,
            JdbcTeam team,
            JdbcDepots depots,
            RecordEvents events,
            ReadWishes wishes,
            Clock clock) {
        this.wishes = wishes;
        this.plans = plans;
        this.improve = improve;
        this.team = team;
        this.depots = depots;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What a change does or would do.
     *
     * @param extraCost what the plan costs more, in its unit
     * @param moved how many visits stand elsewhere or at another time
     * @param broken how many promises cannot be kept any more
     */
    public record Effect(double extraCost, int moved, int broken) {}

    /** The visit was over at this moment; the customer's history says so. */
    public void done(UUID plan, String visit, String by, Instant at) {
        change(plan, change(ChangesJson.Kind.DONE, VISIT, visit).put("at", moment(plan, at)), by);
        record(plan, visit, by, "DONE", at);
        team.close(visit);
    }

    /** The customer was not there; the visit waits for another day. */
    public void noShow(UUID plan, String visit, String by, Instant at) {
        change(plan, change(ChangesJson.Kind.NO_SHOW, VISIT, visit), by);
        record(plan, visit, by, "NO_SHOW", at);
    }

    /**
     * A time to offer somebody on the phone.
     *
     * @param extraMinutes what it costs more on the road
     */
    public record Offer(LocalDateTime from, LocalDateTime to, double extraMinutes) {}

    /** The rep's best times for a visit, cheapest first. */
    public List<Offer> offers(UUID plan, String visit, String rep) {
        return worded(() -> {
            PlansInForce.Standing now = plans.standing(plan);
            JsonNode wish = JSON.objectNode().put(VISIT, visit).put("limit", MOST_OFFERS);
            return plans.slots(plan, wishes.slots(wish, now.routes().problem(), now.times())).stream()
                    .filter(slot -> slot.rep().equals(rep))
                    .limit(OFFERS)
                    .map(slot -> new Offer(
                            local(now.times(), slot.from()), local(now.times(), slot.to()), slot.extraMinutes()))
                    .toList();
        });
    }

    /** Agrees a time with the customer; from now on it is never moved. */
    public void agree(UUID plan, String visit, String rep, LocalDateTime from, String by) {
        worded(() -> {
            PlansInForce.Standing now = plans.standing(plan);
            JsonNode appointment =
                    JSON.objectNode().put(VISIT, visit).put("rep", rep).put("from", from.toString());
            return change(plan, wishes.appointment(appointment, now.routes().problem(), now.times()), by);
        });
    }

    private static LocalDateTime local(Times times, double minutes) {
        return LocalDateTime.ofInstant(times.at(minutes), times.zone()).truncatedTo(ChronoUnit.MINUTES);
    }

    /** What a change is refused for is said in the reader's language. */
    private static <T> T worded(Supplier<T> work) {
        try {
            return work.get();
        } catch (UnsoundProblem unsound) {
            throw Flaws.problem(unsound, LocaleContextHolder.getLocale());
        }
    }

    /** The rep cannot go on for so long. */
    public void late(UUID plan, String rep, int minutes, String by) {
        Instant until = clock.instant().plus(Duration.ofMinutes(minutes));
        change(
                plan,
                change(ChangesJson.Kind.LATE, "rep", rep)
                        .put("until", plans.standing(plan).times().written(until)),
                by);
    }

    /** Gives a visit to a rep; says what that does. */
    public Effect give(UUID plan, String visit, String rep, String by) {
        return effect(change(plan, change(ChangesJson.Kind.GIVE, VISIT, visit).put("rep", rep), by));
    }

    /** What giving a visit to a rep would do. */
    public Effect priceOfGiving(UUID plan, String visit, String rep) {
        return effect(worded(() ->
                plans.preview(plan, change(ChangesJson.Kind.GIVE, VISIT, visit).put("rep", rep))));
    }

    /**
     * Why visits stand where they stand, in words, by visit. Visits that are in the plan
     * no more, as they have been made meanwhile, are not among them.
     *
     * @param called what customers are called, by visit
     */
    public Map<String, List<String>> why(
            UUID plan, Collection<String> visits, Map<String, String> called, Language language) {
        PlansInForce.Standing now = plans.standing(plan);
        Map<String, String> names = new HashMap<>(called);
        team.reps().forEach(rep -> names.put(rep.id(), rep.name()));
        depots.all().forEach(depot -> names.put(JdbcDepots.place(depot.id()), depot.name()));
        PlanningWords words = PlanningWords.onPage(language, names);
        Map<String, List<String>> why = new HashMap<>();
        now.routes().problem().visits().stream()
                .map(Visit::id)
                .filter(visits::contains)
                .forEach(visit -> why.put(
                        visit,
                        EffectJson.why(visit, now.routes(), now.times(), words)
                                .path("reasons")
                                .valueStream()
                                .map(reason -> reason.path("text").asString(""))
                                .toList()));
        return why;
    }

    /** How often the plan has changed; pages ask whether they are still right. */
    public int revision(UUID plan) {
        return plans.revision(plan);
    }

    private static ObjectNode change(ChangesJson.Kind kind, String name, String value) {
        return JSON.objectNode().put("kind", kind.name()).put(name, value);
    }

    private PlansInForce.Changed change(UUID plan, JsonNode change, String by) {
        PlansInForce.Changed changed = worded(() -> plans.change(plan, change, by));
        improve.after(plan, changed.revision());
        return changed;
    }

    private static Effect effect(PlansInForce.Changed changed) {
        return new Effect(
                changed.effect().extraCost(),
                changed.effect().moved().size(),
                changed.effect().broken().size());
    }

    /** Then, or the beginning of the plan's first day when that is still to come. */
    private String moment(UUID plan, Instant at) {
        Times times = plans.standing(plan).times();
        LocalDate day = times.day();
        Instant now = at.truncatedTo(ChronoUnit.SECONDS);
        Instant first = day == null ? now : day.atStartOfDay(times.zone()).toInstant();
        return times.written(now.isBefore(first) ? first : now);
    }

    private void record(UUID plan, String visit, String by, String result, Instant at) {
        Optional<Team.OpenVisit> open =
                team.visits().stream().filter(one -> one.id().equals(visit)).findFirst();
        open.ifPresent(known -> events.record(List.of(new Event(
                VISIT + "-" + plan + "-" + visit,
                VISIT,
                SubjectId.customer(known.customerId()),
                at,
                Map.of("rep", Value.text(by), "result", Value.text(result))))));
    }
}
