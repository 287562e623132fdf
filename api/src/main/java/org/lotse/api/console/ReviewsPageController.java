package org.lotse.api.console;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lotse.api.decision.Records;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.review.Review;
import org.lotse.api.review.Reviews;
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
import tools.jackson.databind.JsonNode;

/** The reviewer's page: which decisions persons want looked at, what each of them saw, and the reviewer's own decision. */
@Controller
@RequestMapping("/console/reviews")
class ReviewsPageController {
    private static final String CONFIRM = "";

    private final Reviews reviews;
    private final Records records;
    private final FindCustomers customers;
    private final RuleSets ruleSets;

    ReviewsPageController(Reviews reviews, Records records, FindCustomers customers, RuleSets ruleSets) {
        this.reviews = reviews;
        this.records = records;
        this.customers = customers;
        this.ruleSets = ruleSets;
    }

    /**
     * A review in the list.
     *
     * @param who whom the decision is about
     */
    record Line(String id, String who, String wish, ZonedDateTime at, String state) {}

    /**
     * What a decision offered or concluded.
     *
     * @param reasons in words
     */
    record Offer(String title, List<String> reasons) {}

    /** A candidate that was not chosen, why not, and what would have changed that. */
    record Loser(String key, String title, String text) {}

    @ModelAttribute
    void open(@AuthenticationPrincipal Caller caller) {
        ConsolePage.REVIEWS.open(caller);
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "OPEN") String state, Model model) {
        Review.State wanted = Arrays.stream(Review.State.values())
                .filter(one -> one.name().equals(state))
                .findFirst()
                .orElse(Review.State.OPEN);
        model.addAttribute("state", wanted.name());
        model.addAttribute(
                "states", Arrays.stream(Review.State.values()).map(Enum::name).toList());
        model.addAttribute(
                "lines", reviews.inState(wanted, 200).stream().map(this::line).toList());
        return "console/reviews";
    }

    @GetMapping("/{id}")
    String show(@PathVariable String id, @AuthenticationPrincipal Caller caller, Model model, Locale locale) {
        Review review = reviews.find(id);
        JsonNode whole = records.whole(review.decisionId(), locale);
        model.addAttribute("review", review);
        model.addAttribute("line", line(review));
        model.addAttribute(
                "decided",
                Instant.parse(whole.get("at").asString())
                        .atZone(ruleSets.active().settings().zone()));
        model.addAttribute("offers", offers(whole));
        model.addAttribute("losers", losers(whole));
        model.addAttribute("facts", records.facts(review.decisionId(), locale));
        model.addAttribute(
                "mine",
                !review.state().isSettled()
                        && (review.claimedBy() == null || caller.name().equals(review.claimedBy())));
        return "console/review";
    }

    @PostMapping("/{id}/claim")
    String claim(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        reviews.claim(id, caller);
        return "redirect:/console/reviews/" + id;
    }

    @PostMapping("/{id}/decision")
    String decide(
            @PathVariable String id,
            @RequestParam String verdict,
            @RequestParam(defaultValue = CONFIRM) String action,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Caller caller) {
        boolean corrected = verdict.equals("CORRECTED");
        if (corrected && action.isBlank()) {
            throw ProblemException.invalid("/action", "MISSING");
        }
        reviews.decide(id, new Reviews.Judgement(corrected ? Optional.of(action) : Optional.empty(), reason), caller);
        return "redirect:/console/reviews/" + id;
    }

    private Line line(Review review) {
        String id = review.subject().substring(review.subject().indexOf('/') + 1);
        String name = customers
                .byId(id)
                .map(CustomerLine::name)
                .filter(known -> !known.isBlank())
                .orElse(id);
        return new Line(
                review.reviewId(),
                name,
                review.wish(),
                review.requestedAt().atZone(ruleSets.active().settings().zone()),
                review.state().name());
    }

    private static List<Offer> offers(JsonNode whole) {
        List<Offer> offers = new ArrayList<>();
        whole.path("actions")
                .forEach(action -> offers.add(new Offer(
                        action.path("title").asString(action.path("action").asString("")),
                        texts(action.path("reasons")))));
        if (whole.path("actions").isEmpty()) {
            whole.path("outputs")
                    .properties()
                    .forEach(output -> offers.add(new Offer(
                            output.getKey() + ": " + output.getValue().asString(""), texts(whole.path("reasons")))));
        }
        return offers;
    }

    private static List<Loser> losers(JsonNode whole) {
        List<Loser> losers = new ArrayList<>();
        whole.path("notChosen")
                .forEach(loser -> losers.add(new Loser(
                        loser.path("action").asString(""),
                        loser.path("title").asString(loser.path("action").asString("")),
                        loser.path("text").asString(""))));
        return losers;
    }

    private static List<String> texts(JsonNode reasons) {
        return reasons.valueStream()
                .map(reason -> reason.path("text").asString(""))
                .filter(text -> !text.isBlank())
                .toList();
    }
}
