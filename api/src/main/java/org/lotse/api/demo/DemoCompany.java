package org.lotse.api.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.SubjectState;

/**
 * Nordlicht, a company that does not exist: everything the service stores on its first start, and the truth beside it.
 *
 * @param seed where all chance comes from
 * @param referenceDay today: the story ends before its first moment in {@link #ZONE}
 * @param customers all, those who left included
 * @param claims each linked to a customer by {@code holder}
 * @param jurists who could work on the claims
 * @param reps who visit
 * @param agents who call
 * @param visits to be planned for the coming two working days
 */
public record DemoCompany(
        long seed,
        LocalDate referenceDay,
        List<DemoCustomer> customers,
        List<SubjectState> claims,
        List<SubjectState> jurists,
        List<DemoRep> reps,
        List<DemoAgent> agents,
        List<DemoVisit> visits) {

    /** The seed of the company that is shipped. */
    public static final long SEED = 20_250_621L;

    /** The zone in which Nordlicht lives. */
    public static final ZoneId ZONE = Timeline.ZONE;

    private static final int CUSTOMERS = 5_000;

    public DemoCompany {
        customers = List.copyOf(customers);
        claims = List.copyOf(claims);
        jurists = List.copyOf(jurists);
        reps = List.copyOf(reps);
        agents = List.copyOf(agents);
        visits = List.copyOf(visits);
    }

    /** Makes the company: the same seed and reference day give the same company, byte by byte. */
    public static DemoCompany generate(long seed, LocalDate referenceDay) {
        return generate(seed, referenceDay, Campaign.ALL);
    }

    /** The same company with other campaigns: without any, customers leave exactly as the truth says. */
    static DemoCompany generate(long seed, LocalDate referenceDay, List<Campaign> campaigns) {
        Dice dice = Dice.seeded(seed);
        Timeline time = new Timeline(referenceDay);
        List<Town> towns = Town.all();
        double[] weights = towns.stream().mapToDouble(Town::weight).toArray();
        double[][] disturbances = disturbances(towns.size(), dice.split());
        List<Life> lives = new ArrayList<>();
        for (int number = 1; number <= CUSTOMERS; number++) {
            Dice own = dice.split();
            Person person = Person.born(number, towns, weights, own);
            lives.add(new Life(person, time, disturbances[towns.indexOf(person.town())], campaigns, own));
        }
        List<DemoCustomer> customers = lives.parallelStream().map(Life::tell).toList();
        return new DemoCompany(
                seed,
                referenceDay,
                customers,
                Claims.claims(customers, dice.split()),
                Claims.jurists(dice.split()),
                FieldForce.REPS,
                FieldForce.agents(referenceDay, dice.split()),
                FieldForce.visits(customers, referenceDay, dice.split()));
    }

    /** All subjects as they would be stored now: customers, claims, jurists. */
    public Stream<SubjectState> subjects() {
        return Stream.of(customers.stream().map(DemoCustomer::state), claims.stream(), jurists.stream())
                .flatMap(subjects -> subjects);
    }

    /** All events, customer by customer. */
    public Stream<Event> events() {
        return customers.stream().flatMap(customer -> customer.events().stream());
    }

    /** The consent ledger, customer by customer. */
    public Stream<DemoConsent> consents() {
        return customers.stream().flatMap(customer -> customer.consents().stream());
    }

    /** The objections, customer by customer. */
    public Stream<DemoObjection> objections() {
        return customers.stream().flatMap(customer -> customer.objections().stream());
    }

    /** The truth about a customer; empty when there is no customer of this id. */
    public Optional<Truth> truth(String id) {
        return customers.stream()
                .filter(customer -> customer.id().id().equals(id))
                .map(DemoCustomer::truth)
                .findFirst();
    }

    private static double[][] disturbances(int towns, Dice dice) {
        double[][] disturbances = new double[towns][Timeline.MONTHS];
        for (double[] months : disturbances) {
            for (int month = 0; month < months.length; month++) {
                months[month] = Strain.disturbance(dice);
            }
        }
        return disturbances;
    }
}
