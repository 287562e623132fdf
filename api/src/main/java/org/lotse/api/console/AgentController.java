package org.lotse.api.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lotse.api.outcome.RecordOutcome;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.security.Caller;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The agent's page: find who is calling, see what to offer and why, note the answer. */
@Controller
@RequestMapping("/console/agent")
class AgentController {
    private static final List<String> ANSWERS = List.of("ACCEPTED", "REJECTED", "NOT_REACHED");

    private final FindCustomers customers;
    private final Talk talk;
    private final ConversationWords words;
    private final RecordOutcome outcomes;

    AgentController(FindCustomers customers, Talk talk, ConversationWords words, RecordOutcome outcomes) {
        this.customers = customers;
        this.talk = talk;
        this.words = words;
        this.outcomes = outcomes;
    }

    @ModelAttribute
    void open(@AuthenticationPrincipal Caller caller) {
        ConsolePage.AGENT.open(caller);
    }

    @GetMapping
    String search(@RequestParam(defaultValue = "") String q, HttpServletRequest request, Model model) {
        model.addAttribute("q", q);
        model.addAttribute("found", customers.find(q));
        return request.getHeader("HX-Request") == null ? "console/agent" : "console/agent :: found";
    }

    @GetMapping("/{id}")
    String call(@PathVariable String id, @RequestParam Map<String, String> query, Model model, Locale locale) {
        Map<String, String> told = told(query);
        CustomerLine customer =
                customers.byId(id).orElseThrow(() -> ProblemException.of(ProblemKind.UNKNOWN_SUBJECT, "customer", id));
        model.addAttribute("customer", customer);
        model.addAttribute("choices", words.choices(told, locale));
        model.addAttribute("fromCalls", query.containsKey("from"));
        show(id, told, model, locale);
        return "console/conversation";
    }

    /** Decides again with what is known of the call by now. */
    @PostMapping("/{id}/decision")
    String decide(@PathVariable String id, @RequestParam Map<String, String> form, Model model, Locale locale) {
        show(id, told(form), model, locale);
        return "console/conversation :: answer";
    }

    @PostMapping("/{id}/outcome")
    String outcome(
            @PathVariable String id,
            @RequestParam String decisionId,
            @RequestParam String action,
            @RequestParam String title,
            @RequestParam String outcome,
            @RequestParam(defaultValue = "") String from,
            @AuthenticationPrincipal Caller caller,
            Model model) {
        if (!ANSWERS.contains(outcome)) {
            throw ProblemException.invalid("/outcome", "UNKNOWN_OUTCOME", outcome, String.join(", ", ANSWERS));
        }
        outcomes.record("console-" + decisionId + "-" + action + "-" + outcome, decisionId, action, outcome, caller);
        model.addAttribute("noted", outcome);
        model.addAttribute("title", title);
        model.addAttribute("next", from.isEmpty() ? "/console/agent" : "/console/calls");
        return "console/conversation :: noted";
    }

    /** Why an action is not offered, named by its key or by what the agent types of its title. */
    @GetMapping("/{id}/why-not")
    String whyNot(
            @PathVariable String id,
            @RequestParam String decisionId,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String q,
            HttpServletRequest request,
            Model model,
            Locale locale) {
        List<Conversation.WhyNot> notOffered = talk.notOffered(decisionId, locale);
        Optional<Conversation.WhyNot> meant = meant(notOffered, action, q);
        model.addAttribute("customerId", id);
        model.addAttribute("asked", q.isBlank() ? action : q);
        model.addAttribute("whyNot", meant.flatMap(one -> talk.whyNot(decisionId, one.action(), locale)));
        model.addAttribute(
                "titles", notOffered.stream().map(Conversation.WhyNot::title).toList());
        return request.getHeader("HX-Request") == null ? "console/why-not" : "console/conversation :: why";
    }

    private static Optional<Conversation.WhyNot> meant(List<Conversation.WhyNot> all, String action, String q) {
        String said = q.strip().toLowerCase(Locale.ROOT);
        if (said.isEmpty()) {
            return all.stream().filter(one -> one.action().equals(action)).findFirst();
        }
        return all.stream()
                .filter(one -> one.action().contains(said)
                        || one.title().toLowerCase(Locale.ROOT).contains(said))
                .min(Comparator.comparing(
                        one -> !one.title().toLowerCase(Locale.ROOT).startsWith(said)));
    }

    private void show(String id, Map<String, String> told, Model model, Locale locale) {
        Conversation conversation = talk.about(id, told, locale);
        model.addAttribute("talk", conversation);
        model.addAttribute("notOffered", talk.notOffered(conversation.decisionId(), locale));
        model.addAttribute("madeOf", talk.madeOf(conversation.decisionId(), locale));
        model.addAttribute("words", words);
        model.addAttribute("locale", locale);
        model.addAttribute("answers", ANSWERS);
    }

    /** Only what the vocabulary expects from a call, and only what was told. */
    private Map<String, String> told(Map<String, String> sent) {
        Map<String, String> told = new TreeMap<>();
        words.choices(Map.of(), Locale.ENGLISH).forEach(choice -> {
            String value = sent.getOrDefault(choice.key(), "");
            if (!value.isEmpty()) {
                told.put(choice.key(), value);
            }
        });
        return told;
    }
}
