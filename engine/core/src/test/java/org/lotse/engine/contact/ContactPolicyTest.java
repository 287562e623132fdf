package org.lotse.engine.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.term.Period;
import org.lotse.engine.term.Purpose;

class ContactPolicyTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ChannelKey EMAIL = new ChannelKey("E-mail");
    /** A Saturday, 11:00 in Berlin. */
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void freesARollingWindowWhenTheOldestCountedContactLeavesIt() {
        ContactHistory twoEmails = emails(NOW.minus(Duration.ofDays(6)), NOW.minus(Duration.ofDays(1)));

        CapUsage usage = only(rolling(2, "7d"), twoEmails);

        assertThat(usage.count()).isEqualTo(2);
        assertThat(usage.freeAgainAt()).contains(NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void freesACalendarWindowWithItsEnd() {
        ContactHistory thisMorning = emails(NOW.minus(Duration.ofHours(2)));

        CapUsage usage = only(calendar(1, Cap.Window.Unit.DAY), thisMorning);

        assertThat(usage.freeAgainAt()).contains(Instant.parse("2026-11-21T23:00:00Z"));
    }

    @Test
    void doesNotCountLastWeekInACalendarWeek() {
        ContactHistory lastSunday = emails(Instant.parse("2026-11-15T12:00:00Z"));

        assertThat(only(calendar(1, Cap.Window.Unit.WEEK), lastSunday).isExhausted())
                .isFalse();
        assertThat(only(rolling(1, "7d"), lastSunday).isExhausted()).isTrue();
    }

    @Test
    void pausesAfterTheSecondRejectionAndNoLonger() {
        Cap pause = pauseAfterTwoRejections();
        Instant second = NOW.minus(Duration.ofDays(10));
        ContactHistory rejections =
                new ContactHistory(List.of(), List.of(rejection(NOW.minus(Duration.ofDays(40))), rejection(second)));

        assertThat(only(pause, rejections).freeAgainAt())
                .contains(second.atZone(BERLIN).plusDays(90).toInstant());
        assertThat(new ContactPolicy(List.of(pause))
                        .usage(rejections, NOW.plus(Duration.ofDays(81)), BERLIN)
                        .getFirst()
                        .isExhausted())
                .isFalse();
    }

    @Test
    void neverSuppressesBeyondTheMomentItNames() {
        Random random = new Random(11);
        for (int round = 0; round < 500; round++) {
            List<Instant> times = new ArrayList<>();
            for (int i = 0; i < random.nextInt(8); i++) {
                times.add(NOW.minus(Duration.ofMinutes(random.nextInt(60 * 24 * 40))));
            }
            Cap cap = random.nextBoolean()
                    ? rolling(1 + random.nextInt(3), (1 + random.nextInt(30)) + "d")
                    : calendar(
                            1 + random.nextInt(3),
                            Cap.Window.Unit.values()[random.nextInt(Cap.Window.Unit.values().length)]);
            ContactPolicy policy = new ContactPolicy(List.of(cap));
            ContactHistory history = emails(times.toArray(Instant[]::new));
            CapUsage usage = policy.usage(history, NOW, BERLIN).getFirst();

            usage.freeAgainAt()
                    .ifPresent(free -> assertThat(policy.usage(history, free, BERLIN)
                                    .getFirst()
                                    .isExhausted())
                            .as("%s with %s", cap, times)
                            .isFalse());
            assertThat(usage.isExhausted())
                    .isEqualTo(usage.count() >= cap.limit().orElseThrow());
        }
    }

    @Test
    void countsWhatIsPlannedForLater() {
        ContactHistory callTomorrow = emails(NOW.plus(Duration.ofDays(1)));

        assertThat(only(rolling(1, "7d"), callTomorrow).freeAgainAt()).contains(NOW.plus(Duration.ofDays(8)));
        assertThat(only(calendar(1, Cap.Window.Unit.WEEK), callTomorrow).isExhausted())
                .isTrue();
        assertThat(only(calendar(1, Cap.Window.Unit.DAY), callTomorrow).isExhausted())
                .isFalse();
    }

    @Test
    void noWindowIsEverFullerThanItsCapWhateverIsPlannedWhen() {
        Random random = new Random(23);
        for (int round = 0; round < 300; round++) {
            int limit = 1 + random.nextInt(3);
            Period length = Period.parse((1 + random.nextInt(10)) + "d");
            ContactPolicy policy = new ContactPolicy(List.of(rolling(limit, length.toString())));
            List<Instant> made = new ArrayList<>();
            for (int tried = 0; tried < 30; tried++) {
                Instant at = NOW.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 40)));
                if (!policy.usage(emails(made.toArray(Instant[]::new)), at, BERLIN)
                        .getFirst()
                        .isExhausted()) {
                    made.add(at);
                }
            }
            for (Instant start : made) {
                assertThat(made.stream()
                                .filter(time -> !time.isBefore(start) && time.isBefore(length.after(start, BERLIN)))
                                .count())
                        .as("round %d: %d in %s from %s in %s", round, limit, length, start, made)
                        .isLessThanOrEqualTo(limit);
            }
        }
    }

    @Test
    void aDayIsThePersonsDay() {
        ZoneId auckland = ZoneId.of("Pacific/Auckland");
        Instant earlierThatDayInBerlin = NOW.minus(Duration.ofHours(2));
        Instant midnightInAuckland = Instant.parse("2026-11-20T11:00:00Z");
        ContactPolicy once = new ContactPolicy(List.of(calendar(1, Cap.Window.Unit.DAY)));

        assertThat(once.usage(emails(midnightInAuckland.minusSeconds(1)), earlierThatDayInBerlin, auckland)
                        .getFirst()
                        .isExhausted())
                .isFalse();
        assertThat(once.usage(emails(midnightInAuckland), earlierThatDayInBerlin, auckland)
                        .getFirst()
                        .freeAgainAt())
                .contains(Instant.parse("2026-11-21T11:00:00Z"));
    }

    @Test
    void daysThatAreShorterOrLongerAreStillDays() {
        ContactPolicy daily = new ContactPolicy(List.of(calendar(1, Cap.Window.Unit.DAY)));
        ContactPolicy rolling = new ContactPolicy(List.of(rolling(1, "1d")));
        Instant dayOfTwentyFiveHours = Instant.parse("2026-10-24T22:30:00Z");
        Instant lateThatDay = Instant.parse("2026-10-25T22:30:00Z");
        Instant dayBeforeSpring = Instant.parse("2026-03-28T09:00:00Z");

        assertThat(daily.usage(emails(dayOfTwentyFiveHours), lateThatDay, BERLIN)
                        .getFirst()
                        .freeAgainAt())
                .contains(Instant.parse("2026-10-25T23:00:00Z"));
        assertThat(rolling.usage(emails(dayBeforeSpring), dayBeforeSpring.plusSeconds(60), BERLIN)
                        .getFirst()
                        .freeAgainAt())
                .as("10:00 on both days, 23 hours apart")
                .contains(Instant.parse("2026-03-29T08:00:00Z"));
    }

    @Test
    void aPauseOfAChannelOrPurposeLooksAtItsOwnAnswersOnly() {
        ChannelKey phone = new ChannelKey("Call centre");
        ContactHistory refusedByMail =
                new ContactHistory(List.of(), List.of(rejection(NOW.minusSeconds(60), EMAIL, Purpose.MARKETING)));

        assertThat(only(pauseAfterOne(new Cap.Scope.OfChannel(EMAIL)), refusedByMail)
                        .isExhausted())
                .isTrue();
        assertThat(only(pauseAfterOne(new Cap.Scope.OfChannel(phone)), refusedByMail)
                        .isExhausted())
                .isFalse();
        assertThat(only(pauseAfterOne(new Cap.Scope.OfPurpose(Purpose.MARKETING)), refusedByMail)
                        .isExhausted())
                .isTrue();
        assertThat(only(pauseAfterOne(new Cap.Scope.OfPurpose(Purpose.SERVICE)), refusedByMail)
                        .isExhausted())
                .isFalse();
    }

    private static Cap pauseAfterOne(Cap.Scope scope) {
        return new Cap(
                "contact-policy.csv#2",
                2,
                scope,
                OptionalInt.empty(),
                Optional.empty(),
                Optional.of(new Cap.Pause(1, "REJECTED", Period.parse("180d"), Period.parse("90d"))),
                Optional.empty(),
                "");
    }

    private static CapUsage only(Cap cap, ContactHistory history) {
        return new ContactPolicy(List.of(cap)).usage(history, NOW, BERLIN).getFirst();
    }

    private static Cap rolling(int limit, String window) {
        return cap(OptionalInt.of(limit), Optional.of(new Cap.Window.Rolling(Period.parse(window))), Optional.empty());
    }

    private static Cap calendar(int limit, Cap.Window.Unit unit) {
        return cap(OptionalInt.of(limit), Optional.of(new Cap.Window.Calendar(unit)), Optional.empty());
    }

    private static Cap pauseAfterTwoRejections() {
        return cap(
                OptionalInt.empty(),
                Optional.empty(),
                Optional.of(new Cap.Pause(2, "REJECTED", Period.parse("180d"), Period.parse("90d"))));
    }

    private static Cap cap(OptionalInt limit, Optional<Cap.Window> window, Optional<Cap.Pause> pause) {
        return new Cap(
                "contact-policy.csv#2",
                2,
                new Cap.Scope.OfChannel(EMAIL),
                limit,
                window,
                pause,
                Optional.of(Direction.OUTBOUND),
                "");
    }

    private static ContactHistory emails(Instant... times) {
        return new ContactHistory(
                List.of(times).stream()
                        .map(time -> new Contact(
                                time,
                                EMAIL,
                                Optional.of(new ActionKey("newsletter")),
                                Optional.of("loyalty"),
                                Purpose.MARKETING,
                                Direction.OUTBOUND))
                        .toList(),
                List.of());
    }

    private static Response rejection(Instant at) {
        return rejection(at, EMAIL, Purpose.MARKETING);
    }

    private static Response rejection(Instant at, ChannelKey channel, Purpose purpose) {
        return new Response(
                "REJECTED",
                at,
                Optional.of(new ActionKey("retention-credit")),
                Optional.of("retention"),
                Optional.of(channel),
                Optional.of(purpose));
    }
}
