package org.lotse.api.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lotse.engine.planning.calls.Agent;
import org.lotse.engine.planning.calls.CallLaw;
import org.lotse.engine.planning.calls.CallProblem;
import org.lotse.engine.planning.calls.CallReason;
import org.lotse.engine.planning.calls.Candidate;
import org.lotse.engine.planning.calls.KeepCallLaw;

class CallLawTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private final JollydayHolidays holidays = new JollydayHolidays();
    private final KeepCallLaw law = new KeepCallLaw(CallLaws.shipped(), holidays);

    @Test
    void nobodyIsEverCalledWhenTheLawForbidsIt() {
        List<String> zones = List.of("Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe");
        List<String> regions = List.of("", "DE-BY", "DE-BY-AG", "DE-SN");
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
            String region = regions.get(random.nextInt(regions.size()));
            Instant first = LocalDate.of(2024 + random.nextInt(7), 1, 1)
                    .plusDays(random.nextInt(365))
                    .atStartOfDay(BERLIN)
                    .toInstant();
            Map<Instant, Double> open = new HashMap<>();
            for (int slot = 0; slot < 24 * 8; slot++) {
                open.put(first.plusSeconds(slot * 3_600L), 0.5);
            }

            Set<Instant> left = left("DE", region, zone, open);

            for (Instant slot : open.keySet()) {
                assertThat(left.contains(slot))
                        .as("slot %s in %s, region \"%s\", seed %d", slot, zone, region, seed)
                        .isEqualTo(allowed(slot.atZone(zone), region));
            }
        }
    }

    /** The German code, written down once more and otherwise: the hour begins and ends within 8-20 or 9-18. */
    private boolean allowed(ZonedDateTime at, String region) {
        LocalDateTime begin = at.toLocalDateTime();
        LocalDateTime end =
                at.toInstant().plusSeconds(3_600).atZone(at.getZone()).toLocalDateTime();
        boolean saturday = begin.getDayOfWeek() == DayOfWeek.SATURDAY;
        LocalDateTime opens = begin.toLocalDate().atTime(saturday ? 9 : 8, 0);
        LocalDateTime closes = begin.toLocalDate().atTime(saturday ? 18 : 20, 0);
        return begin.getDayOfWeek() != DayOfWeek.SUNDAY
                && !begin.isBefore(opens)
                && !end.isAfter(closes)
                && !holidays.isHoliday("DE", region, begin.toLocalDate());
    }

    /** Each shipped country, its rule written down once more and otherwise: minutes of the day, on the clock of who is called. */
    @Test
    void theLawOfEveryShippedCountryIsKept() {
        Map<String, List<String>> regions = Map.of(
                "DE", List.of("", "DE-BY-AG"),
                "FR", List.of("", "FR-57"),
                "ES", List.of("", "ES-CT"),
                "US", List.of("", "US-TX"));
        Map<String, List<String>> zones = Map.of(
                "DE", List.of("Europe/Berlin"),
                "FR", List.of("Europe/Paris", "America/Martinique"),
                "ES", List.of("Europe/Madrid", "Atlantic/Canary"),
                "US", List.of("America/New_York", "America/Phoenix", "Pacific/Honolulu"));
        assertThat(CallLaws.shipped().keySet()).isEqualTo(zones.keySet());
        zones.forEach((country, known) -> {
            for (int seed = 0; seed < 120; seed++) {
                Random random = new Random(seed);
                ZoneId zone = ZoneId.of(known.get(random.nextInt(known.size())));
                List<String> places = regions.getOrDefault(country, List.of(""));
                String region = places.get(random.nextInt(places.size()));
                Instant first = LocalDate.of(2024 + random.nextInt(7), 1, 1)
                        .plusDays(random.nextInt(365))
                        .atStartOfDay(zone)
                        .toInstant();
                Map<Instant, Double> open = new HashMap<>();
                for (int slot = 0; slot < 24 * 8; slot++) {
                    open.put(first.plusSeconds(slot * 3_600L), 0.5);
                }

                Set<Instant> left = left(country, region, zone, open);

                for (Instant slot : open.keySet()) {
                    assertThat(left.contains(slot))
                            .as("%s: slot %s in %s, region \"%s\", seed %d", country, slot, zone, region, seed)
                            .isEqualTo(isAllowed(country, region, slot.atZone(zone)));
                }
            }
        });
    }

    private boolean isAllowed(String country, String region, ZonedDateTime at) {
        int from = at.getHour() * 60 + at.getMinute();
        // An hour from here on, on the same clock: what clocks skip or repeat counts as it is shown.
        ZonedDateTime after = at.plusHours(1);
        int to = after.getDayOfYear() == at.getDayOfYear() ? after.getHour() * 60 + after.getMinute() : 24 * 60 + 1;
        int weekday = at.getDayOfWeek().getValue();
        boolean dayOff = holidays.isHoliday(country, region, at.toLocalDate());
        return switch (country) {
            case "DE" ->
                !dayOff && (weekday <= 5 && from >= 480 && to <= 1_200 || weekday == 6 && from >= 540 && to <= 1_080);
            case "FR" -> !dayOff && weekday <= 5 && (from >= 600 && to <= 780 || from >= 840 && to <= 1_200);
            case "ES" -> !dayOff && weekday <= 5 && from >= 540 && to <= 1_260;
            case "US" -> from >= 480 && to <= 1_260;
            default -> false;
        };
    }

    /** Days everybody knows, so that a calendar that forgets a country is noticed. */
    @Test
    void holidaysOfEveryShippedCountryAreKnown() {
        assertThat(holidays.isHoliday("DE", "", LocalDate.of(2026, 10, 3))).isTrue();
        assertThat(holidays.isHoliday("FR", "", LocalDate.of(2026, 7, 14))).isTrue();
        assertThat(holidays.isHoliday("ES", "", LocalDate.of(2026, 10, 12))).isTrue();
        assertThat(holidays.isHoliday("US", "", LocalDate.of(2026, 12, 25))).isTrue();
        assertThat(holidays.isHoliday("FR", "", LocalDate.of(2026, 7, 15))).isFalse();
    }

    @Test
    void assumptionDayIsAHolidayInAugsburgButNotInNuremberg() {
        LocalDate day = LocalDate.of(2025, 8, 15);

        assertThat(holidays.isHoliday("DE", "DE-BY-AG", day)).isTrue();
        assertThat(holidays.isHoliday("DE", "DE-BY", day)).isFalse();
        assertThat(holidays.isHoliday("DE", "DE-SL", day)).isTrue();
    }

    @Test
    void aCountryWithoutHoursIsNotCalled() {
        CallProblem problem = problem(candidate("XX", "", BERLIN, Map.of(Instant.parse("2026-11-23T09:00:00Z"), 0.5)));

        KeepCallLaw.Lawful lawful = law.keep(problem);

        assertThat(lawful.problem().candidates()).isEmpty();
        assertThat(lawful.without().getFirst().reason()).isEqualTo(new CallReason.NoRuleForCountry("XX"));
    }

    @Test
    void attemptsAreLimited() {
        CallLaw german = CallLaws.shipped().get("DE");

        assertThat(german).isNotNull();
        assertThat(german != null && german.allowsAnother(2, 14, 29)).isTrue();
        assertThat(german != null && german.allowsAnother(3, 3, 3)).isFalse();
        assertThat(german != null && german.allowsAnother(0, 15, 15)).isFalse();
        assertThat(german != null && german.allowsAnother(0, 0, 30)).isFalse();
    }

    @Test
    void aRowThatIsNotUnderstoodIsNamed() {
        assertThatThrownBy(() -> CallLaws.read("mine.csv", List.of("Country;...", "DE;Mo-Fr 8-20;no;;;;me")))
                .hasMessageContaining("mine.csv:2")
                .hasMessageContaining("Mo-Fr");
    }

    private Set<Instant> left(String country, String region, ZoneId zone, Map<Instant, Double> open) {
        return law.keep(problem(candidate(country, region, zone, open)))
                .problem()
                .candidates()
                .getFirst()
                .reachability()
                .keySet();
    }

    private static Candidate candidate(
            String country, @Nullable String region, ZoneId zone, Map<Instant, Double> open) {
        return new Candidate("c", 100, 0.5, Set.of(), region, zone, country, null, open);
    }

    private static CallProblem problem(Candidate candidate) {
        return new CallProblem(60, 10, BERLIN, List.of(new Agent("anna", Set.of(), List.of())), List.of(candidate));
    }
}
