package org.lotse.api.duplicate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Customers stored more than once, over HTTP. */
@RestController
@RequestMapping("/v1/duplicates")
class DuplicateController {
    private static final int MOST = 500;

    private final Duplicates duplicates;
    private final DecideDuplicates decide;
    private final DuplicateWords words;
    private final GoldenRecords golden;

    DuplicateController(Duplicates duplicates, DecideDuplicates decide, DuplicateWords words, GoldenRecords golden) {
        this.duplicates = duplicates;
        this.decide = decide;
        this.words = words;
        this.golden = golden;
    }

    /** A job that was started: progress and result at {@code /v1/jobs/<id>}. */
    record Begun(UUID jobId) {}

    /**
     * A decision.
     *
     * @param into the same: which of the two records leads from now on; otherwise the one with the smaller id
     */
    record DecisionBody(
            @NotNull @Nullable Answer answer, @Nullable String into) {}

    /** @param into which of the two records leads from now on; otherwise the one with the smaller id */
    record MergeBody(@Nullable String into) {}

    /**
     * A pair as it is sent.
     *
     * @param probability that the two are one customer, 0..1
     * @param likely whether they are, all records that resemble them considered
     * @param rules what rules say
     * @param records both, field by field; only when one pair is asked for
     * @param golden the person's one record, as it is or would be when merged; only when one pair is asked for
     */
    record Pair(
            long id,
            String one,
            String other,
            double probability,
            boolean likely,
            SuspectedPair.State state,
            List<DuplicateWords.Reason> reasons,
            List<String> rules,
            @Nullable List<DuplicateWords.Line> records,
            GoldenRecords.@Nullable View golden) {}

    /** @param next where the list goes on; null at its end */
    record Page(List<Pair> items, @Nullable String next) {}

    @Operation(
            summary = "Starts a search for customers stored more than once",
            description =
                    "Progress, result and cancelling are those of the job. What stewards decided is learned from. With"
                            + " delivered=true only those are compared with all others that were delivered since they were"
                            + " last compared, by what the latest search learned; that also happens by itself.",
            responses =
                    @ApiResponse(
                            responseCode = "202",
                            content = @Content(examples = @ExampleObject(DuplicateExamples.BEGUN))))
    @PostMapping("/searches")
    ResponseEntity<Begun> search(
            @RequestParam(defaultValue = "false") boolean delivered,
            @AuthenticationPrincipal Caller caller,
            Locale language) {
        UUID job = delivered ? duplicates.searchDelivered(caller, language) : duplicates.search(caller, language);
        return ResponseEntity.accepted().location(URI.create("/v1/jobs/" + job)).body(new Begun(job));
    }

    @Operation(
            summary = "The latest search, how many pairs are in each state, and from how many decisions was learned",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject(DuplicateExamples.STANDING))))
    @GetMapping("/searches/latest")
    Duplicates.Standing standing() {
        return duplicates.standing();
    }

    @Operation(
            summary = "Pairs of records that may be one customer, the most probable first",
            description =
                    "state: OPEN, MERGED, DIFFERENT or UNSURE. With state=MERGED and below=0.2: merged records that"
                            + " should perhaps be split.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject(DuplicateExamples.PAGE))))
    @GetMapping
    Page list(
            @RequestParam(defaultValue = "OPEN") String state,
            @RequestParam(defaultValue = "1") double below,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String cursor,
            Locale language) {
        int size = Math.clamp(limit, 1, MOST);
        List<SuspectedPair> pairs = duplicates.list(state(state), below, after(cursor), size);
        return new Page(
                pairs.stream().map(pair -> pair(pair, language, false)).toList(),
                pairs.size() < size
                        ? null
                        : pairs.getLast().probability() + "_" + pairs.getLast().id());
    }

    @Operation(
            summary = "The pair whose answer teaches most; 204 when nothing is open",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject(DuplicateExamples.PAIR))))
    @GetMapping("/next")
    ResponseEntity<Pair> next(Locale language) {
        return duplicates
                .question(Optional.empty())
                .map(pair -> ResponseEntity.ok(pair(pair, language, true)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @Operation(
            summary = "One pair, both records side by side",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject(DuplicateExamples.PAIR))))
    @GetMapping("/{id}")
    Pair get(@PathVariable String id, Locale language) {
        return pair(duplicates.find(number(id)), language, true);
    }

    @Operation(
            summary = "Decides what two records are: SAME merges them, DIFFERENT and UNSURE do not",
            description = "Every decision but UNSURE teaches the search. Undo takes it back.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(examples = @ExampleObject("{\"answer\": \"SAME\", \"into\": \"c-45\"}"))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject(DuplicateExamples.PAIR))))
    @PostMapping("/{id}/decision")
    Pair decide(
            @PathVariable String id,
            @Valid @RequestBody DecisionBody body,
            @AuthenticationPrincipal Caller caller,
            Locale language) {
        return decided(id, body.answer() == null ? Answer.UNSURE : body.answer(), body.into(), caller, language);
    }

    @Operation(
            summary = "The two are one customer: merges them",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject("{\"into\": \"c-45\"}"))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject(DuplicateExamples.PAIR))))
    @PostMapping("/{id}/merge")
    Pair merge(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable MergeBody body,
            @AuthenticationPrincipal Caller caller,
            Locale language) {
        return decided(id, Answer.SAME, body == null ? null : body.into(), caller, language);
    }

    @Operation(
            summary = "The two are different customers",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject(DuplicateExamples.PAIR))))
    @PostMapping("/{id}/reject")
    Pair reject(@PathVariable String id, @AuthenticationPrincipal Caller caller, Locale language) {
        return decided(id, Answer.DIFFERENT, null, caller, language);
    }

    @Operation(
            summary = "Takes a merged pair apart; counts as the decision that the two are different",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject(DuplicateExamples.PAIR))))
    @PostMapping("/{id}/split")
    Pair split(@PathVariable String id, @AuthenticationPrincipal Caller caller, Locale language) {
        return pair(decide.split(number(id), caller), language, true);
    }

    @Operation(
            summary = "Takes the latest decision on a pair back; merged records are taken apart again",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject(DuplicateExamples.PAIR))))
    @PostMapping("/{id}/undo")
    Pair undo(@PathVariable String id, @AuthenticationPrincipal Caller caller, Locale language) {
        return pair(decide.undo(number(id), caller), language, true);
    }

    private Pair decided(String id, Answer answer, @Nullable String into, Caller caller, Locale language) {
        return pair(decide.decide(number(id), answer, Optional.ofNullable(into), caller), language, true);
    }

    private Pair pair(SuspectedPair pair, Locale language, boolean whole) {
        return new Pair(
                pair.id(),
                pair.one(),
                pair.other(),
                pair.probability(),
                pair.likely(),
                pair.state(),
                words.reasons(pair.pattern(), language),
                words.rules(pair.pattern(), language),
                whole
                        ? words.sideBySide(duplicates.customer(pair.one()), duplicates.customer(pair.other()), language)
                        : null,
                whole ? golden.wouldBe(pair.one(), pair.other(), language) : null);
    }

    private static SuspectedPair.State state(String name) {
        return Arrays.stream(SuspectedPair.State.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        "/state", "NOT_A_STATE", name, Arrays.toString(SuspectedPair.State.values())));
    }

    private static Duplicates.After after(String cursor) {
        if (cursor.isEmpty()) {
            return Duplicates.After.START;
        }
        int line = cursor.indexOf('_');
        try {
            return new Duplicates.After(
                    Double.parseDouble(cursor.substring(0, Math.max(0, line))),
                    Long.parseLong(cursor.substring(line + 1)));
        } catch (NumberFormatException unreadable) {
            throw ProblemException.invalid("/cursor", "WRONG_PARAMETER", "cursor", cursor);
        }
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException none) {
            throw Duplicates.unknown(id);
        }
    }
}
