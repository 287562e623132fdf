package org.lotse.api.console;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lotse.api.planning.JdbcTeam;
import org.lotse.api.planning.ReportOnCalls;
import org.lotse.api.planning.ReportOnRoute;
import org.lotse.api.planning.StoredCalls;
import org.lotse.api.planning.StoredPlan;
import org.lotse.api.planning.Team;
import org.lotse.api.security.Caller;
import org.lotse.engine.planning.calls.CallOutcome;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.JsonNode;

/** The supervisor's day: what the calls of each agent were to bring and have brought, what was promised, skipped and left out. */
@Controller
@RequestMapping("/console/team")
class TeamPageController {
    /** No plan could be better by more than what the last cent is. */
    private static final double PROVEN = 1e-6;

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final ReadCallList lists;
    private final ReportOnCalls outcomes;
    private final ReportOnRoute revisions;
    private final JdbcTeam team;
    private final StoredCalls stored;
    private final FindCustomers customers;
    private final ConversationWords words;
    private final MessageSource messages;

    TeamPageController(
            ReadCallList lists,
            ReportOnCalls outcomes,
            ReportOnRoute revisions,
            JdbcTeam team,
            StoredCalls stored,
            FindCustomers customers,
            ConversationWords words,
            MessageSource messages) {
        this.lists = lists;
        this.outcomes = outcomes;
        this.revisions = revisions;
        this.team = team;
        this.stored = stored;
        this.customers = customers;
        this.words = words;
        this.messages = messages;
    }

    /** An agent's day. */
    record AgentDay(String id, String name, CallList list) {}

    /** The team's day, in words. */
    record Sums(String expected, String soFar, String reached, String rate) {}

    /** Something said about a customer. */
    record Said(String when, String whom, String by) {}

    @ModelAttribute
    void open(@AuthenticationPrincipal Caller caller) {
        ConsolePage.TEAM.open(caller);
    }

    @GetMapping
    String team(Model model, Locale locale) {
        LocalDate day = stored.day(StoredCalls.Wish.USUAL);
        Optional<StoredPlan> plan = lists.plan(day, locale);
        model.addAttribute("day", day);
        model.addAttribute("plan", plan.map(StoredPlan::id));
        plan.ifPresent(known -> show(known, day, model, locale));
        return "console/team";
    }

    private void show(StoredPlan plan, LocalDate day, Model model, Locale locale) {
        List<Team.Caller> callers = team.callers();
        Map<String, CallList> found =
                lists.find(callers.stream().map(Team.Caller::id).toList(), day, locale);
        List<AgentDay> agents = new ArrayList<>();
        for (Team.Caller caller : callers) {
            CallList list = found.get(caller.id());
            if (list != null) {
                agents.add(new AgentDay(caller.id(), caller.name(), list));
            }
        }
        List<ReportOnCalls.Noted> noted = outcomes.noted(plan.id());
        JsonNode json = plan.plan().orElseThrow();
        model.addAttribute("revision", revisions.revision(plan.id()));
        model.addAttribute("agents", agents);
        model.addAttribute("sums", sums(json, noted, locale));
        model.addAttribute("proven", json.path("gap").asDouble(0) < PROVEN);
        model.addAttribute("gap", ConversationWords.percent(json.path("gap").asDouble(0), locale));
        model.addAttribute("backs", said(noted, CallOutcome.Kind.CALL_BACK, locale));
        model.addAttribute("skips", said(noted, CallOutcome.Kind.SKIPPED, locale));
        SortedMap<String, Integer> left = new TreeMap<>();
        json.path("left")
                .valueStream()
                .forEach(one -> left.merge(one.path("reason").asString(""), 1, Integer::sum));
        model.addAttribute("left", left.entrySet());
    }

    private Sums sums(JsonNode json, List<ReportOnCalls.Noted> noted, Locale locale) {
        double expected = 0;
        double soFar = 0;
        double reached = 0;
        for (JsonNode call : json.path("calls")) {
            double worth = call.path("expectedValue").asDouble(0);
            expected += worth;
            Optional<CallOutcome.Kind> kind = noted.stream()
                    .filter(one -> one.outcome()
                                    .customerId()
                                    .equals(call.path("customerId").asString(""))
                            && one.attempt() == call.path("attempt").asInt(1))
                    .map(one -> one.outcome().kind())
                    .findFirst();
            soFar += kind.isPresent() ? worth : 0;
            boolean spoke = kind.filter(CallOutcome.Kind.REACHED::equals).isPresent()
                    || kind.filter(CallOutcome.Kind.CALL_BACK::equals).isPresent();
            reached += spoke
                    ? call.path("closing").asDouble(0) * call.path("value").asDouble(0)
                    : 0;
        }
        long calls = noted.stream().filter(one -> one.outcome().isCall()).count();
        long spoken = noted.stream()
                .filter(one -> one.outcome().isCall() && one.outcome().kind() != CallOutcome.Kind.NOT_REACHED)
                .count();
        return new Sums(
                words.money(expected, locale),
                words.money(soFar, locale),
                words.money(reached, locale),
                calls == 0 ? "–" : ConversationWords.percent((double) spoken / calls, locale));
    }

    private List<Said> said(List<ReportOnCalls.Noted> noted, CallOutcome.Kind kind, Locale locale) {
        List<ReportOnCalls.Noted> some =
                noted.stream().filter(one -> one.outcome().kind() == kind).toList();
        Map<String, CustomerLine> known = customers.byIds(
                some.stream().map(one -> one.outcome().customerId()).distinct().toList());
        return some.stream()
                .map(one -> {
                    String id = one.outcome().customerId();
                    CustomerLine customer = known.get(id);
                    var back = one.outcome().callBack();
                    String when = back == null
                            ? messages.getMessage(
                                    "console.calls.reason." + one.reason(), new Object[0], one.reason(), locale)
                            : HOUR.format(back.atZone(stored.zone()));
                    return new Said(
                            when == null ? "" : when,
                            customer == null || customer.name().isEmpty() ? id : customer.name(),
                            one.by());
                })
                .toList();
    }
}
