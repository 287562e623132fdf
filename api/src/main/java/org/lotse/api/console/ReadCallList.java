package org.lotse.api.console;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.lotse.api.events.RecordEvents;
import org.lotse.api.planning.JdbcPlans;
import org.lotse.api.planning.PlanReservations;
import org.lotse.api.planning.StoredCalls;
import org.lotse.api.planning.StoredPlan;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads an agent's call list out of the day's plan, and notes whether a call reached somebody. */
@Component
class ReadCallList {
    private static final String CALL = "call";

    private final JdbcPlans plans;
    private final StoredCalls stored;
    private final FindCustomers customers;
    private final ConversationWords words;
    private final RecordEvents events;
    private final PlanReservations reservations;
    private final JdbcClient database;
    private final Clock clock;

    ReadCallList(
            JdbcPlans plans,
            StoredCalls stored,
            FindCustomers customers,
            ConversationWords words,
            RecordEvents events,
            PlanReservations reservations,
            JdbcClient database,
            Clock clock) {
        this.plans = plans;
        this.stored = stored;
        this.customers = customers;
        this.words = words;
        this.events = events;
        this.reservations = reservations;
        this.database = database;
        this.clock = clock;
    }

    /** The list; empty when the day has not been planned. */
    Optional<CallList> find(String agent, LocalDate day, Locale locale) {
        return plans.latest(StoredPlan.Kind.CALLS, day, Language.of(locale))
                .flatMap(plan ->
                        plan.plan().map(json -> list(plan.id(), json, agent, reservations.givenUp(day), locale)));
    }

    /** Notes how a call ended; the first note of a planned call counts. */
    void note(UUID plan, String customer, String result) {
        ZonedDateTime now = clock.instant().atZone(stored.zone());
        plans.find(plan, Language.EN)
                .flatMap(StoredPlan::day)
                .ifPresent(day -> reservations.called(day, customer, now.toInstant()));
        events.record(List.of(new Event(
                id(plan, customer),
                CALL,
                SubjectId.customer(customer),
                now.toInstant(),
                Map.of(
                        "result",
                        Value.text(result),
                        "weekday",
                        Value.of(now.getDayOfWeek().getValue()),
                        "hour",
                        Value.of(now.getHour())))));
    }

    /** @param givenUp who may not be called any more since the list was made */
    private CallList list(UUID plan, JsonNode json, String agent, Set<String> givenUp, Locale locale) {
        List<JsonNode> own = json.get("calls")
                .valueStream()
                .filter(call -> call.get("agent").asString().equals(agent) && !givenUp.contains(customer(call)))
                .toList();
        Map<String, CustomerLine> known = customers.byIds(
                own.stream().map(call -> call.get("customerId").asString()).toList());
        Map<String, String> answers = answers(plan);
        TreeMap<LocalDateTime, List<CallList.Line>> hours = new TreeMap<>();
        double expected = 0;
        for (JsonNode call : own) {
            expected += call.get("expectedValue").asDouble();
            hours.computeIfAbsent(LocalDateTime.parse(call.get("slot").asString()), hour -> new ArrayList<>())
                    .add(line(call, known, answers.getOrDefault(id(plan, customer(call)), ""), locale));
        }
        return new CallList(
                plan,
                hours.entrySet().stream()
                        .map(hour -> new CallList.Hour(hour.getKey(), hour.getValue()))
                        .toList(),
                words.money(expected, locale),
                own.stream()
                        .filter(call -> answers.containsKey(id(plan, customer(call))))
                        .count(),
                own.size());
    }

    private CallList.Line line(JsonNode call, Map<String, CustomerLine> known, String answer, Locale locale) {
        double reached = call.path("reached").asDouble(0);
        double average = call.path("reachedOnAverage").asDouble(0);
        return new CallList.Line(
                known.getOrDefault(customer(call), new CustomerLine(customer(call), "", "")),
                words.money(call.get("expectedValue").asDouble(), locale),
                ConversationWords.percent(reached, locale),
                ConversationWords.percent(average, locale),
                reached > average * 1.02,
                ConversationWords.percent(call.path("closing").asDouble(0), locale),
                words.money(call.path("value").asDouble(0), locale),
                answer);
    }

    private Map<String, String> answers(UUID plan) {
        Map<String, String> answers = new HashMap<>();
        database.sql("select id, data ->> 'result' as result from event where type = ? and id like ?")
                .params(CALL, "call-" + plan + "-%")
                .query((row, number) -> answers.put(row.getString("id"), String.valueOf(row.getString("result"))))
                .list();
        return answers;
    }

    private static String customer(JsonNode call) {
        return call.get("customerId").asString();
    }

    private static String id(UUID plan, String customer) {
        return "call-" + plan + "-" + customer;
    }
}
