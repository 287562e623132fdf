package org.lotse.api.review;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reviews over HTTP: asking for one, and the reviewers' queue. */
@RestController
class ReviewController {
    private final Reviews reviews;

    ReviewController(Reviews reviews) {
        this.reviews = reviews;
    }

    /** @param wish what the person says about the decision */
    record WishBody(@Size(max = 4_000) @Nullable String wish) {}

    /** What a reviewer decides. */
    enum Verdict {
        CONFIRMED,
        CORRECTED
    }

    /**
     * A reviewer's decision.
     *
     * @param action corrected: what should have been chosen, or {@code nothing}
     * @param outputs corrected: what rules should have concluded, by term
     * @param reason why; the person reads it
     */
    record VerdictBody(
            @NotNull Verdict verdict,
            @Nullable String action,
            @Nullable Map<String, String> outputs,
            @NotBlank @Size(max = 4_000) String reason) {}

    @Operation(
            summary = "Asks that a human being reviews a decision (Art. 22 GDPR)",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            "{\"wish\": \"I was promised a new device last week.\"}"))))
    @PostMapping("/v1/decisions/{id}/review")
    ResponseEntity<Review> ask(
            @PathVariable String id,
            @Valid @RequestBody(required = false) @Nullable WishBody body,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        String wish = Optional.ofNullable(body).map(WishBody::wish).orElse("");
        Reviews.Asked asked = reviews.ask(id, wish, caller, locale);
        return ResponseEntity.status(asked.isNew() ? 201 : 200)
                .location(URI.create("/v1/reviews/" + asked.review().reviewId()))
                .body(asked.review());
    }

    @Operation(summary = "The reviewers' queue")
    @GetMapping("/v1/reviews")
    List<Review> list(
            @RequestParam(defaultValue = "OPEN") String state, @RequestParam(defaultValue = "100") int limit) {
        return reviews.inState(state(state), limit);
    }

    @Operation(summary = "One review")
    @GetMapping("/v1/reviews/{id}")
    Review get(@PathVariable String id) {
        return reviews.find(id);
    }

    @Operation(summary = "Takes a review on")
    @PostMapping("/v1/reviews/{id}/claim")
    Review claim(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        return reviews.claim(id, caller);
    }

    @Operation(
            summary = "Confirms or corrects the reviewed decision",
            description =
                    "A correction is recorded as an outcome of the decision; the answer holds what the person is told.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            "{\"verdict\": \"CORRECTED\", \"action\": \"device-subsidy\","
                                                                    + " \"reason\": \"The device was promised on the phone.\"}"))))
    @PostMapping("/v1/reviews/{id}/decision")
    Review decide(
            @PathVariable String id, @Valid @RequestBody VerdictBody body, @AuthenticationPrincipal Caller caller) {
        return reviews.decide(id, new Reviews.Judgement(correction(body), body.reason()), caller);
    }

    private static Optional<String> correction(VerdictBody body) {
        Optional<String> outputs = Optional.ofNullable(body.outputs())
                .filter(terms -> !terms.isEmpty())
                .map(terms -> new TreeMap<>(terms)
                        .entrySet().stream()
                                .map(term -> term.getKey() + "=" + term.getValue())
                                .collect(Collectors.joining(", ")));
        Optional<String> correction = Optional.ofNullable(body.action())
                .filter(action -> !action.isBlank())
                .or(() -> outputs);
        if (correction.isPresent() != (body.verdict() == Verdict.CORRECTED)) {
            throw ProblemException.invalid("/action", "CORRECTION_AND_VERDICT", body.verdict());
        }
        return correction;
    }

    private static Review.State state(String text) {
        return Arrays.stream(Review.State.values())
                .filter(state -> state.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        "/state", "UNKNOWN_VALUE", text, Arrays.toString(Review.State.values()), Review.State.OPEN));
    }
}
