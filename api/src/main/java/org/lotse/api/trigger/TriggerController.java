package org.lotse.api.trigger;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.trigger.Trigger;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The triggers of the rules in force and what came of them. */
@RestController
@RequestMapping("/v1/triggers")
class TriggerController {
    private static final ProblemKind UNKNOWN_TRIGGER = new ProblemKind("unknown-trigger", HttpStatus.NOT_FOUND);
    private static final ProblemKind NOT_BY_HAND = new ProblemKind("trigger-not-by-hand", HttpStatus.CONFLICT);

    private final RuleSets ruleSets;
    private final JdbcTriggers triggers;
    private final TriggerRuns runs;
    private final Clock clock;

    TriggerController(RuleSets ruleSets, JdbcTriggers triggers, TriggerRuns runs, Clock clock) {
        this.ruleSets = ruleSets;
        this.triggers = triggers;
        this.runs = runs;
        this.clock = clock;
    }

    /**
     * A trigger and how its runs ended so far.
     *
     * @param runs how many runs per state
     */
    record TriggerView(
            String key,
            String name,
            String cause,
            @Nullable String segment,
            String decision,
            @Nullable String channel,
            String file,
            int row,
            Map<String, Long> runs) {}

    /** That a trigger was set off by hand. */
    record SetOff(String trigger, String cause) {}

    @Operation(summary = "The triggers of the rules in force, with how their runs ended")
    @GetMapping
    List<TriggerView> triggers() {
        return ruleSets.active().triggers().stream().map(this::view).toList();
    }

    @Operation(
            summary = "The latest runs of a trigger",
            description = "State CONTACT names the contact that is due; NOTHING names the decision that says why.")
    @GetMapping("/{key}/runs")
    List<TriggerRuns.View> runs(
            @PathVariable String key,
            @RequestParam Optional<String> subject,
            @RequestParam(defaultValue = "100") int limit) {
        return runs.latest(known(key).key(), subject, limit);
    }

    @Operation(
            summary = "Sets off a trigger of the calendar now",
            description = "As if its time had come; within one second the same request counts once.")
    @PostMapping("/{key}/runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    SetOff setOff(@PathVariable String key) {
        Trigger trigger = known(key);
        if (!(trigger.cause() instanceof Trigger.Every)) {
            throw ProblemException.of(NOT_BY_HAND, key);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        triggers.note(key, "hand " + now, null, now);
        return new SetOff(key, "hand " + now);
    }

    private Trigger known(String key) {
        List<Trigger> all = ruleSets.active().triggers();
        return all.stream()
                .filter(trigger -> trigger.key().equals(key))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        UNKNOWN_TRIGGER,
                        key,
                        String.join(", ", all.stream().map(Trigger::key).toList())));
    }

    private TriggerView view(Trigger trigger) {
        return new TriggerView(
                trigger.key(),
                trigger.row().name(),
                switch (trigger.cause()) {
                    case Trigger.OnEvent(var event, var where) -> "EVENT " + event;
                    case Trigger.Every ignored -> "TIME";
                    case Trigger.AbsenceOf(var event, var silence) -> "ABSENCE " + event + " " + silence;
                },
                trigger.segment().orElse(null),
                trigger.decision(),
                trigger.channel().map(ChannelKey::value).orElse(null),
                trigger.row().file(),
                trigger.row().row(),
                runs.counts(trigger.key()));
    }
}
