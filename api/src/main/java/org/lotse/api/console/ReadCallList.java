package org.lotse.api.console;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.lotse.api.planning.JdbcPlans;
import org.lotse.api.planning.PlanReservations;
import org.lotse.api.planning.ReportOnCalls;
import org.lotse.api.planning.ReportOnRoute;
import org.lotse.api.planning.StoredCalls;
import org.lotse.api.planning.StoredPlan;
import org.lotse.engine.planning.calls.CallOutcome;
import org.lotse.engine.term.Language;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads call lists out of the day's plan, with what was said about each call. */
@Component
class ReadCallList {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final JdbcPlans plans;
    private final StoredCalls stored;
    private final ReportOnCalls outcomes;
    private final ReportOnRoute revisions;
    private final FindCustomers customers;
    private final ConversationWords words;
    private final PlanReservations reservations;
    private final MessageSource messages;

    ReadCallList(
            JdbcPlans plans,
            StoredCalls stored,
            ReportOnCalls outcomes,
            ReportOnRoute revisions,
            FindCustomers customers,
            ConversationWords words,
            PlanReservations reservations,
            MessageSource messages) {
        this.plans = plans;
        this.stored = stored;
        this.outcomes = outcomes;
        this.revisions = revisions;
        this.customers = customers;
        this.words = words;
        this.reservations = reservations;
        this.messages = messages;
    }

    /** The day's plan. */
    Optional<StoredPlan> plan(LocalDate day, Locale locale) {
        return plans.latest(StoredPlan.Kind.CALLS, day, Language.of(locale))
                .filter(plan -> plan.plan().isPresent());
    }

    /** The list of an agent; empty when the day has not been planned. */
    Optional<CallList> find(String agent, LocalDate day, Locale locale) {
        return plan(day, locale).map(plan -> new Reading(plan, reservations.givenUp(day), locale).list(agent));
    }

    /** The lists of several agents, by agent. */
    Map<String, CallList> find(List<String> agents, LocalDate day, Locale locale) {
        Map<String, CallList> lists = new HashMap<>();
        plan(day, locale).ifPresent(plan -> {
            Reading reading = new Reading(plan, reservations.givenUp(day), locale);
            agents.forEach(agent -> lists.put(agent, reading.list(agent)));
        });
        return lists;
    }

    private final class Reading {
        private final StoredPlan plan;
        private final List<JsonNode> calls;
        private final Map<String, ReportOnCalls.Noted> said = new HashMap<>();
        private final Locale locale;

        /** @param givenUp who may not be called any more since the list was made */
        Reading(StoredPlan plan, Set<String> givenUp, Locale locale) {
            this.plan = plan;
            this.locale = locale;
            outcomes.noted(plan.id()).forEach(one -> said.put(key(one.outcome().customerId(), one.attempt()), one));
            this.calls = plan.plan()
                    .orElseThrow()
                    .get("calls")
                    .valueStream()
                    .filter(call -> said.containsKey(key(call)) || !givenUp.contains(customer(call)))
                    .toList();
        }

        CallList list(String agent) {
            List<JsonNode> own = calls.stream()
                    .filter(call -> call.get("agent").asString().equals(agent))
                    .toList();
            Map<String, CustomerLine> known = customers.byIds(
                    own.stream().map(ReadCallList::customer).distinct().toList());
            TreeMap<LocalDateTime, List<CallList.Line>> hours = new TreeMap<>();
            double expected = 0;
            double soFar = 0;
            double reached = 0;
            for (JsonNode call : own) {
                double worth = call.get("expectedValue").asDouble();
                ReportOnCalls.Noted noted = said.get(key(call));
                expected += worth;
                if (noted != null) {
                    soFar += worth;
                    boolean spoke = noted.outcome().kind() == CallOutcome.Kind.REACHED
                            || noted.outcome().kind() == CallOutcome.Kind.CALL_BACK;
                    reached += spoke
                            ? call.path("closing").asDouble(0)
                                    * call.path("value").asDouble(0)
                            : 0;
                }
                hours.computeIfAbsent(slot(call), hour -> new ArrayList<>()).add(line(call, known));
            }
            return new CallList(
                    plan.id(),
                    revisions.revision(plan.id()),
                    hours.entrySet().stream()
                            .map(hour -> new CallList.Hour(hour.getKey(), hour.getValue()))
                            .toList(),
                    words.money(expected, locale),
                    words.money(soFar, locale),
                    words.money(reached, locale),
                    own.stream().filter(call -> said.containsKey(key(call))).count(),
                    own.size());
        }

        private CallList.Line line(JsonNode call, Map<String, CustomerLine> known) {
            double reached = call.path("reached").asDouble(0);
            double average = call.path("reachedOnAverage").asDouble(0);
            ReportOnCalls.Noted noted = said.get(key(call));
            return new CallList.Line(
                    known.getOrDefault(customer(call), new CustomerLine(customer(call), "", "", "")),
                    call.path("attempt").asInt(1),
                    call.path("promised").asBoolean(false),
                    words.money(call.get("expectedValue").asDouble(), locale),
                    ConversationWords.percent(reached, locale),
                    ConversationWords.percent(average, locale),
                    reached > average * 1.02,
                    ConversationWords.percent(call.path("closing").asDouble(0), locale),
                    words.money(call.path("value").asDouble(0), locale),
                    next(call.path("nextBest")),
                    noted == null ? "" : noted.outcome().kind().name(),
                    noted == null ? "" : said(noted));
        }

        private String next(JsonNode next) {
            return next.isObject()
                    ? messages.getMessage(
                            "console.calls.next",
                            new Object[] {
                                HOUR.format(LocalDateTime.parse(
                                        next.get("slot").asString().substring(0, 16))),
                                ConversationWords.percent(next.get("reached").asDouble(), locale)
                            },
                            locale)
                    : "";
        }

        private String said(ReportOnCalls.Noted noted) {
            var back = noted.outcome().callBack();
            if (back != null) {
                return HOUR.format(back.atZone(stored.zone()));
            }
            String reason = noted.reason();
            String worded = messages.getMessage("console.calls.reason." + reason, new Object[0], reason, locale);
            return reason.isEmpty() || worded == null ? reason : worded;
        }
    }

    private static LocalDateTime slot(JsonNode call) {
        return LocalDateTime.parse(call.get("slot").asString().substring(0, 16));
    }

    private static String customer(JsonNode call) {
        return call.get("customerId").asString();
    }

    private static String key(JsonNode call) {
        return key(customer(call), call.path("attempt").asInt(1));
    }

    private static String key(String customer, int attempt) {
        return customer + "#" + attempt;
    }
}
