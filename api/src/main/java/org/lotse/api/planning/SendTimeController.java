package org.lotse.api.planning;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.segment.Audience;
import org.lotse.engine.planning.sending.ReadingHours;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Send times for newsletters: who reads when. */
@RestController
class SendTimeController {
    private static final int USUAL = 1_000;
    private static final int MOST = 20_000;
    private static final int HOURS = 24;

    private final PlanSendTimes plan;

    SendTimeController(PlanSendTimes plan) {
        this.plan = plan;
    }

    /**
     * Whom to send something, and between which hours.
     *
     * @param segment a segment of the rules; everybody without
     * @param day on which it is sent; tomorrow without
     * @param fromHour first hour, 7 without
     * @param toHour hour after the last, 22 without
     * @param perHour at most so many in an hour
     * @param limit at most so many people
     */
    record SendWish(
            @Nullable JsonNode segment,
            @Nullable LocalDate day,
            @Nullable Integer fromHour,
            @Nullable Integer toHour,
            @Nullable Integer perHour,
            @Nullable Integer limit) {}

    /**
     * When to send to somebody.
     *
     * @param share of the person's openings of such a day that fall into this hour
     * @param average the same over all hours asked for
     * @param basis OWN openings, those of the GROUP, or NOTHING
     */
    record SendAnswer(
            String customerId,
            Instant at,
            LocalDateTime local,
            double share,
            double average,
            ReadingHours.Basis basis) {}

    /** The times; {@code left}: for so many no hour had room. */
    record SendPlan(LocalDate day, List<SendAnswer> items, int left) {}

    @Operation(
            summary = "The hour at which each customer reads",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            "{\"segment\": \"Families\", \"day\": \"2026-11-24\", \"fromHour\": 7, \"toHour\": 20, \"perHour"
                                                                    + "\": 500, \"limit\": 2000}"))))
    @PostMapping("/v1/send-times")
    SendPlan sendTimes(@RequestBody SendWish wish) {
        int from = within("/fromHour", wish.fromHour(), 7, 0, HOURS - 1);
        int to = within("/toHour", wish.toHour(), 22, from + 1, HOURS);
        Optional<Integer> perHour = Optional.ofNullable(wish.perHour());
        perHour.ifPresent(some -> within("/perHour", some, 1, 1, MOST));
        PlanSendTimes.SendTimes times = plan.plan(new PlanSendTimes.Wish(
                Audience.read(wish.segment()),
                Optional.ofNullable(wish.day()),
                from,
                to,
                perHour,
                within("/limit", wish.limit(), USUAL, 1, MOST)));
        return new SendPlan(
                times.day(),
                times.times().stream()
                        .map(one -> new SendAnswer(
                                one.customerId(), one.at(), one.local(), one.share(), one.average(), one.basis()))
                        .toList(),
                times.left());
    }

    private static int within(String pointer, @Nullable Integer value, int usual, int least, int most) {
        int given = value == null ? usual : value;
        if (given < least || given > most) {
            throw ProblemException.invalid(pointer, "WRONG_TYPE", given, least + ".." + most);
        }
        return given;
    }
}
