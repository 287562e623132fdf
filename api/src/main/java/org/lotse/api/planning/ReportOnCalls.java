package org.lotse.api.planning;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lotse.api.events.RecordEvents;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.engine.planning.Limits;
import org.lotse.engine.planning.Watch;
import org.lotse.engine.planning.calls.CallOutcome;
import org.lotse.engine.planning.calls.CallPlan;
import org.lotse.engine.planning.calls.CallProblem;
import org.lotse.engine.planning.calls.KeepCallLaw;
import org.lotse.engine.planning.calls.PlanCalls;
import org.lotse.engine.planning.calls.ReviseCalls;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What agents say about the calls of the day. It is written down, becomes part of the customer's history, and the rest of the
 * day is planned anew at once: who was not reached may be tried again, a promised call-back gets its place.
 */
@Component
public class ReportOnCalls {
    private static final String CALL = "call";
    private static final double SECONDS = 2;
    private static final int AGAIN = 5;
    /** Attempts a day; the law of the customer's country may allow less. */
    private static final int ATTEMPTS = 3;

    private static final Duration SPACING = Duration.ofHours(2);

    private final JdbcPlans plans;
    private final PlanCalls planner;
    private final PlanReservations reservations;
    private final PlannedPrices prices;
    private final PlanningJson json;
    private final WorkingCalendar calendar;
    private final RecordEvents events;
    private final JdbcClient database;
    private final Clock clock;
    private final CallProblemJson packed = new CallProblemJson();

    ReportOnCalls(
            JdbcPlans plans,
            PlanCalls planner,
            PlanReservations reservations,
            PlannedPrices prices,
            PlanningJson json,
            WorkingCalendar calendar,
            RecordEvents events,
            JdbcClient database,
            Clock clock) {
        this.plans = plans;
        this.planner = planner;
        this.reservations = reservations;
        this.prices = prices;
        this.json = json;
        this.calendar = calendar;
        this.events = events;
        this.database = database;
        this.clock = clock;
    }

    /**
     * What somebody says about a planned call.
     *
     * @param callBack when the customer wants to be called
     * @param reason why the customer was passed over
     */
    public record Said(
            String customer,
            CallOutcome.Kind kind,
            @Nullable Instant callBack,
            @Nullable String reason,
            String by) {}

    /** An outcome as it was written down. */
    public record Noted(CallOutcome outcome, int attempt, String reason, String by) {}

    /** Writes it down and plans the rest of the day anew; what was said of the same call before stands. */
    public void note(UUID plan, Said said) {
        Instant now = clock.instant();
        check(said, now);
        for (int attempt = 0; attempt < AGAIN; attempt++) {
            int revision = plans.revision(plan);
            JsonNode current = plans.find(plan, Language.EN)
                    .filter(stored -> stored.kind() == StoredPlan.Kind.CALLS)
                    .flatMap(StoredPlan::plan)
                    .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "GET", "/v1/plans/" + plan));
            CallProblem problem = problem(plan);
            List<Noted> before = noted(plan, problem);
            Optional<JsonNode> call = open(current, said.customer(), before, problem);
            if (call.isEmpty()) {
                return;
            }
            ObjectNode change = change(said, call.get(), now);
            if (plans.change(plan, revision + 1, now, said.by(), change, JsonNodeFactory.instance.objectNode())) {
                record(plan, said, call.get(), problem.zone(), now);
                anew(plan, problem, now);
                return;
            }
        }
        throw ProblemException.of(ProblemKind.CONFLICT);
    }

    /** Everything that was said about the calls of a plan, in order. */
    public List<Noted> noted(UUID plan) {
        return plans.callProblem(plan)
                .map(bytes -> noted(plan, packed.read(bytes)))
                .orElse(List.of());
    }

    private void check(Said said, Instant now) {
        if (said.kind() == CallOutcome.Kind.CALL_BACK) {
            Instant at = said.callBack();
            if (at == null) {
                throw ProblemException.invalid("/callBackAt", "MISSING");
            }
            if (at.isBefore(now)) {
                throw ProblemException.invalid("/callBackAt", "PROMISE_IN_THE_PAST", at);
            }
        }
        if (said.kind() == CallOutcome.Kind.SKIPPED
                && (said.reason() == null || said.reason().isBlank())) {
            throw ProblemException.invalid("/reason", "MISSING");
        }
    }

    private CallProblem problem(UUID plan) {
        return plans.callProblem(plan)
                .map(packed::read)
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "GET", "/v1/plans/" + plan));
    }

    private List<Noted> noted(UUID plan, CallProblem problem) {
        Times times = new Times(problem.zone(), null);
        List<Noted> noted = new ArrayList<>();
        for (JsonNode change : plans.changes(plan)) {
            String back = change.path("callBack").asString("");
            noted.add(new Noted(
                    new CallOutcome(
                            change.get("customer").asString(),
                            change.get("agent").asString(),
                            Instant.parse(change.get("slot").asString()),
                            CallOutcome.Kind.valueOf(change.get("outcome").asString()),
                            Instant.parse(change.get("at").asString()),
                            back.isEmpty() ? null : Instant.parse(back)),
                    change.path("attempt").asInt(1),
                    change.path("reason").asString(""),
                    change.path("by").asString("")));
        }
        return noted;
    }

    /** The customer's next call nobody has said anything about. */
    private static Optional<JsonNode> open(JsonNode plan, String customer, List<Noted> before, CallProblem problem) {
        return plan.get("calls")
                .valueStream()
                .filter(call -> call.get("customerId").asString().equals(customer))
                .filter(call -> before.stream()
                        .noneMatch(one -> one.outcome().customerId().equals(customer)
                                && one.attempt() == call.path("attempt").asInt(1)))
                .findFirst();
    }

    private ObjectNode change(Said said, JsonNode call, Instant now) {
        Instant slot = slot(call);
        ObjectNode change = JsonNodeFactory.instance
                .objectNode()
                .put("customer", said.customer())
                .put("agent", call.get("agent").asString())
                .put("slot", slot.toString())
                .put("outcome", said.kind().name())
                .put("attempt", call.path("attempt").asInt(1))
                .put("at", now.toString())
                .put("by", said.by());
        if (said.callBack() != null) {
            change.put("callBack", said.callBack().toString());
        }
        if (said.reason() != null) {
            change.put("reason", said.reason());
        }
        return change;
    }

    private Instant slot(JsonNode call) {
        String at = call.path("slotAt").asString("");
        return Instant.parse(at);
    }

    /** Part of the customer's history: an attempt counts, whether it reached anybody or not. */
    private void record(UUID plan, Said said, JsonNode call, ZoneId zone, Instant now) {
        if (said.kind() == CallOutcome.Kind.SKIPPED) {
            return;
        }
        plans.find(plan, Language.EN)
                .flatMap(StoredPlan::day)
                .ifPresent(day -> reservations.called(day, said.customer(), now));
        ZonedDateTime here = now.atZone(zone);
        String result = said.kind() == CallOutcome.Kind.NOT_REACHED ? "NOT_REACHED" : "REACHED";
        events.record(List.of(new Event(
                "call-" + plan + "-" + said.customer() + "-"
                        + call.path("attempt").asInt(1),
                CALL,
                SubjectId.customer(said.customer()),
                now,
                Map.of(
                        "result",
                        Value.text(result),
                        "weekday",
                        Value.of(here.getDayOfWeek().getValue()),
                        "hour",
                        Value.of(here.getHour())))));
        Instant back = said.callBack();
        if (said.kind() == CallOutcome.Kind.CALL_BACK && back != null) {
            database.sql("""
                            insert into call_promise (customer_id, agent, at, promised_at) values (?, ?, ?, ?)
                            on conflict (customer_id) do update
                            set agent = excluded.agent, at = excluded.at, promised_at = excluded.promised_at""")
                    .params(said.customer(), call.get("agent").asString(), Timestamp.from(back), Timestamp.from(now))
                    .update();
        } else if (said.kind() == CallOutcome.Kind.REACHED) {
            database.sql("delete from call_promise where customer_id = ?")
                    .param(said.customer())
                    .update();
        }
    }

    private void anew(UUID plan, CallProblem problem, Instant now) {
        List<CallOutcome> outcomes =
                noted(plan, problem).stream().map(Noted::outcome).toList();
        CallProblem left = new ReviseCalls(problem, SPACING, ATTEMPTS).at(now, outcomes);
        KeepCallLaw.Lawful lawful = calendar.law().keep(left);
        CallPlan best = lawful.complete(planner.plan(lawful.problem(), Limits.ofSeconds(SECONDS, 0), Watch.none()));
        CallPlan named = ReviseCalls.named(best);
        Optional<LocalDate> day = plans.find(plan, Language.EN).flatMap(StoredPlan::day);
        List<CallPlan.Call> ahead = named.calls().stream()
                .filter(call -> outcomes.stream()
                        .noneMatch(one -> one.customerId().equals(call.customerId())
                                && one.slot().equals(call.slot())))
                .toList();
        CallPlan kept = day.map(known -> reservations.keep(known, named, ahead)).orElse(named);
        day.ifPresent(known -> prices.keep(plan, kept, known));
        plans.keep(
                plan,
                kept.expectedValue(),
                CallFigures.add(json.json(kept, problem, Language.EN), kept, problem),
                CallFigures.add(json.json(kept, problem, Language.DE), kept, problem),
                true);
    }
}
