package org.lotse.api.console;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lotse.api.duplicate.Answer;
import org.lotse.api.duplicate.DecideDuplicates;
import org.lotse.api.duplicate.DuplicateWords;
import org.lotse.api.duplicate.Duplicates;
import org.lotse.api.duplicate.GoldenRecords;
import org.lotse.api.duplicate.SuspectedPair;
import org.lotse.api.jobs.Jobs;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.security.Caller;
import org.lotse.engine.decision.RuleSets;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The steward's page: two records side by side, one key for each answer, and the next pair. */
@Controller
@RequestMapping("/console/duplicates")
class DuplicatesPageController {
    private static final int LISTED = 200;

    private final Duplicates duplicates;
    private final DecideDuplicates decide;
    private final DuplicateWords words;
    private final GoldenRecords golden;
    private final Jobs jobs;
    private final PlanProgress progress;
    private final RuleSets ruleSets;

    DuplicatesPageController(
            Duplicates duplicates,
            DecideDuplicates decide,
            DuplicateWords words,
            GoldenRecords golden,
            Jobs jobs,
            PlanProgress progress,
            RuleSets ruleSets) {
        this.duplicates = duplicates;
        this.decide = decide;
        this.words = words;
        this.golden = golden;
        this.jobs = jobs;
        this.progress = progress;
        this.ruleSets = ruleSets;
    }

    /**
     * A pair in the list.
     *
     * @param who whom the records name
     * @param percent how probable it is that they are one customer
     * @param reasons the most telling
     */
    record Row(long id, String who, long percent, List<String> reasons) {}

    @ModelAttribute
    void open(@AuthenticationPrincipal Caller caller, Model model) {
        ConsolePage.DUPLICATES.open(caller);
        model.addAttribute("standing", duplicates.standing());
        model.addAttribute("zone", ruleSets.active().settings().zone());
        model.addAttribute(
                "states",
                Arrays.stream(SuspectedPair.State.values()).map(Enum::name).toList());
    }

    /** The next pair: the one whose answer teaches most, or the most probable. */
    @GetMapping
    String next(
            @RequestParam(defaultValue = "teaching") String order,
            @RequestParam Optional<Long> after,
            @RequestParam Optional<UUID> job,
            @AuthenticationPrincipal Caller caller,
            Model model,
            Locale locale) {
        boolean probable = order.equals("probable");
        Optional<SuspectedPair> pair = probable
                ? duplicates.list(SuspectedPair.State.OPEN, 1, Duplicates.After.START, 2).stream()
                        .filter(one -> after.filter(id -> id == one.id()).isEmpty())
                        .findFirst()
                : duplicates.question(after);
        model.addAttribute("order", probable ? "probable" : "teaching");
        model.addAttribute(
                "step",
                job.flatMap(jobs::find)
                        .filter(one -> one.owner().equals(caller.name()))
                        .flatMap(one -> progress.of(one.id()))
                        .orElse(null));
        model.addAttribute(
                "at", "/console/duplicates/searches/" + job.map(UUID::toString).orElse(""));
        return show(pair, model, locale);
    }

    @GetMapping("/{id}")
    String one(@PathVariable long id, Model model, Locale locale) {
        model.addAttribute("order", "probable");
        return show(Optional.of(duplicates.find(id)), model, locale);
    }

    @GetMapping("/list")
    String list(@RequestParam(defaultValue = "OPEN") String state, Model model, Locale locale) {
        SuspectedPair.State wanted = Arrays.stream(SuspectedPair.State.values())
                .filter(one -> one.name().equals(state))
                .findFirst()
                .orElse(SuspectedPair.State.OPEN);
        model.addAttribute("state", wanted.name());
        model.addAttribute(
                "rows",
                duplicates.list(wanted, 1, Duplicates.After.START, LISTED).stream()
                        .map(pair -> row(pair, locale))
                        .toList());
        return "console/duplicates-list";
    }

    @PostMapping("/searches")
    String search(@AuthenticationPrincipal Caller caller, Locale locale) {
        return "redirect:/console/duplicates?job=" + duplicates.search(caller, locale);
    }

    /** How far a search is. */
    @GetMapping("/searches/{job}")
    String progress(@PathVariable UUID job, HttpServletResponse response, Model model) {
        PlanProgress.Step step = progress.of(job)
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "GET", "/console/duplicates"));
        if (step.isFinal() && step.problem().isEmpty()) {
            response.setHeader("HX-Redirect", "/console/duplicates");
        }
        model.addAttribute("step", step);
        model.addAttribute("at", "/console/duplicates/searches/" + job);
        return "console/duplicates :: progress";
    }

    @PostMapping("/searches/{job}/cancellation")
    String cancel(@PathVariable UUID job, @AuthenticationPrincipal Caller caller) {
        jobs.find(job).filter(one -> one.owner().equals(caller.name())).ifPresent(one -> jobs.cancel(one.id()));
        return "redirect:/console/duplicates?job=" + job;
    }

    @PostMapping("/{id}/answer")
    String answer(
            @PathVariable long id,
            @RequestParam Answer answer,
            @RequestParam Optional<String> into,
            @RequestParam(defaultValue = "teaching") String order,
            @AuthenticationPrincipal Caller caller) {
        decide.decide(id, answer, into.filter(lead -> answer == Answer.SAME), caller);
        return "redirect:/console/duplicates?order=" + (order.equals("probable") ? "probable" : "teaching") + "&after="
                + id;
    }

    @PostMapping("/{id}/split")
    String split(@PathVariable long id, @AuthenticationPrincipal Caller caller) {
        decide.split(id, caller);
        return "redirect:/console/duplicates/" + id;
    }

    @PostMapping("/undo")
    String undo(@AuthenticationPrincipal Caller caller) {
        return "redirect:/console/duplicates/" + decide.undoLatest(caller).id();
    }

    /** Whose value of a term the person has; without a record the rules decide again. */
    @PostMapping("/{id}/golden-record")
    String choose(
            @PathVariable long id,
            @RequestParam String term,
            @RequestParam Optional<String> record,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        golden.choose(duplicates.find(id).one(), term, record.orElse(null), caller, locale);
        return "redirect:/console/duplicates/" + id;
    }

    private String show(Optional<SuspectedPair> pair, Model model, Locale locale) {
        model.addAttribute("pair", pair.orElse(null));
        model.addAttribute(
                "golden",
                pair.map(one -> golden.wouldBe(one.one(), one.other(), locale)).orElse(null));
        pair.ifPresent(one -> {
            model.addAttribute("percent", percent(one));
            model.addAttribute(
                    "lines",
                    words.sideBySide(duplicates.customer(one.one()), duplicates.customer(one.other()), locale));
            model.addAttribute(
                    "reasons",
                    words.reasons(one.pattern(), locale).stream()
                            .collect(Collectors.groupingBy(
                                    reason -> reason.speaks().name(), LinkedHashMap::new, Collectors.toList())));
            model.addAttribute("rules", words.rules(one.pattern(), locale));
            model.addAttribute("here", duplicates.context(one.one()));
            model.addAttribute("there", duplicates.context(one.other()));
        });
        return "console/duplicates";
    }

    private Row row(SuspectedPair pair, Locale locale) {
        return new Row(
                pair.id(),
                duplicates.customer(pair.one()).name() + " · "
                        + duplicates.customer(pair.other()).name(),
                percent(pair),
                words.reasons(pair.pattern(), locale).stream()
                        .limit(3)
                        .map(DuplicateWords.Reason::text)
                        .toList());
    }

    /** Never 0 or 100: nothing is that certain. */
    private static long percent(SuspectedPair pair) {
        return Math.clamp(Math.round(pair.probability() * 100), 1, 99);
    }
}
