package org.lotse.api.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;

/** The people who visit and call, and the visits that wait for them. */
final class FieldForce {
    private static final int VISITS = 60;
    private static final double KM_PER_DEGREE = 111.2;
    private static final double FARTHEST_KM = 150;
    private static final LocalTime EIGHT = LocalTime.of(8, 0);
    private static final LocalTime FIVE = LocalTime.of(17, 0);

    static final List<DemoRep> REPS = List.of(
            new DemoRep("rep-1", "Wiebke Clausen", "Hamburg", 53.57, 9.95, Set.of("fibre", "business"), EIGHT, FIVE),
            new DemoRep("rep-2", "Jonas Kowalski", "Berlin", 52.50, 13.42, Set.of("business", "device"), EIGHT, FIVE),
            new DemoRep(
                    "rep-3", "Elif Demir", "Essen", 51.46, 7.02, Set.of("fibre", "business", "device"), EIGHT, FIVE),
            new DemoRep(
                    "rep-4",
                    "Markus Roth",
                    "Frankfurt am Main",
                    50.12,
                    8.66,
                    Set.of("fibre", "business"),
                    EIGHT,
                    LocalTime.of(16, 0)),
            new DemoRep("rep-5", "Johanna Huber", "München", 48.15, 11.56, Set.of("business", "device"), EIGHT, FIVE),
            new DemoRep(
                    "rep-6",
                    "Florian Lehmann",
                    "Leipzig",
                    51.33,
                    12.38,
                    Set.of("fibre", "business"),
                    LocalTime.of(9, 0),
                    LocalTime.of(18, 0)));

    private FieldForce() {}

    /** The rep who lives nearest. */
    static DemoRep nearest(double latitude, double longitude) {
        return REPS.stream()
                .min(Comparator.comparingDouble(rep -> kilometres(rep, latitude, longitude)))
                .orElseThrow();
    }

    static List<DemoAgent> agents(LocalDate today, Dice dice) {
        List<Set<String>> skills = List.of(
                Set.of("retention", "sales"),
                Set.of("retention", "sales", "english"),
                Set.of("sales"),
                Set.of("sales", "english"),
                Set.of("business", "sales"),
                Set.of("business", "retention"),
                Set.of("retention"),
                Set.of("sales", "retention", "business"));
        List<DemoAgent> agents = new ArrayList<>();
        for (int i = 0; i < skills.size(); i++) {
            int begin = i % 2 == 0 ? 8 : 12;
            List<DemoAgent.Shift> shifts = workdays(today, 5).stream()
                    .map(day -> new DemoAgent.Shift(Timeline.at(day, begin, 0), Timeline.at(day, begin + 8, 0)))
                    .toList();
            String name = Names.person(dice, i % 2 == 0 ? "FEMALE" : "MALE");
            agents.add(new DemoAgent("agent-" + (i + 1), name, skills.get(i), shifts));
        }
        return agents;
    }

    /** Visits to firms near a rep, spread over the coming two working days. */
    static List<DemoVisit> visits(List<DemoCustomer> customers, LocalDate today, Dice dice) {
        List<LocalDate> days = workdays(today, 2);
        List<DemoVisit> visits = new ArrayList<>();
        for (DemoCustomer customer : customers) {
            boolean due = customer.active() && number(customer, "deal-value") > 0 && near(customer) && dice.hits(0.3);
            if (due && visits.size() < VISITS) {
                visits.add(visit("v-" + (visits.size() + 1), customer, days, dice));
            }
        }
        return visits;
    }

    private static DemoVisit visit(String id, DemoCustomer customer, List<LocalDate> days, Dice dice) {
        LocalDate day = dice.one(days);
        int kind = dice.weighted(0.5, 0.25, 0.25);
        Instant from = Timeline.at(kind == 0 ? days.getFirst() : day, kind == 2 ? 12 : 8, 0);
        Instant to = kind == 0 ? Timeline.at(days.getLast(), 16, 0) : Timeline.at(day, kind == 1 ? 12 : 16, 0);
        Set<String> skills =
                dice.hits(0.3) ? Set.of("business", dice.hits(0.6) ? "fibre" : "device") : Set.of("business");
        return new DemoVisit(
                id,
                customer.id(),
                number(customer, "latitude"),
                number(customer, "longitude"),
                15 * dice.between(2, 5),
                from,
                to,
                skills,
                Math.round(number(customer, "deal-value") * 0.2),
                dice.hits(0.1));
    }

    private static boolean near(DemoCustomer customer) {
        double latitude = number(customer, "latitude");
        double longitude = number(customer, "longitude");
        return kilometres(nearest(latitude, longitude), latitude, longitude) < FARTHEST_KM;
    }

    private static double kilometres(DemoRep rep, double latitude, double longitude) {
        double north = (latitude - rep.latitude()) * KM_PER_DEGREE;
        double east = (longitude - rep.longitude()) * KM_PER_DEGREE * 0.63;
        return StrictMath.sqrt(north * north + east * east);
    }

    private static double number(DemoCustomer customer, String key) {
        return customer.attributes().get(new TermKey(key)) instanceof Value.Num number ? number.value() : 0;
    }

    private static List<LocalDate> workdays(LocalDate today, int count) {
        return today.datesUntil(today.plusDays(14))
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .limit(count)
                .toList();
    }
}
