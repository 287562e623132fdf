package org.lotse.api.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lotse.engine.term.SubjectId;

/** Tells the story of one customer, month by month: the month passes, some leave, the others live on. */
final class Life {
    private static final double OLD_CUSTOMERS = 0.62;
    private static final int VERSION_EVERY = 3;
    private static final List<Integer> TRUTH_IN = List.of(12, 15, 18, 21);

    private final Person person;
    private final Timeline time;
    private final double[] disturbances;
    private final Dice dice;
    private final Dice rollouts;
    private final int joined;
    private final Account account;
    private final SubjectId id;
    private final Diary diary;
    private final Permits permits;
    private final Card card;
    private final Everyday everyday;
    private final Offers offers;
    private final List<Truth.Churn> truths = new ArrayList<>();

    /**
     * A customer whose story has not been told yet.
     *
     * @param disturbances per month, how many times more outages than usual the town had
     * @param campaigns which come round
     */
    Life(Person person, Timeline time, double[] disturbances, List<Campaign> campaigns, Dice dice) {
        this.person = person;
        this.time = time;
        this.disturbances = disturbances;
        this.dice = dice;
        this.rollouts = dice.split();
        boolean old = dice.hits(OLD_CUSTOMERS);
        this.joined = old ? 0 : dice.between(0, Timeline.MONTHS - 1);
        this.account = old ? Joining.old(person, dice) : Joining.fresh(person, dice);
        this.id = SubjectId.customer("c-" + person.number());
        this.diary = new Diary(id, time.end());
        this.permits = Permits.drawn(id, person, time.midnight(joined), time.end(), dice);
        this.card = new Card(person);
        this.everyday = new Everyday(person, account, diary, dice);
        Instant last = time.end().minusSeconds(60);
        Deals deals =
                new Deals(person, account, diary, dice, at -> card.update(account, at.isBefore(last) ? at : last));
        this.offers = new Offers(campaigns, person, account, permits, diary, deals, dice);
    }

    DemoCustomer tell() {
        Optional<Instant> churned = Optional.empty();
        int leftIn = Timeline.MONTHS;
        for (int month = joined; month < Timeline.MONTHS && churned.isEmpty(); month++) {
            churned = live(month);
            leftIn = churned.isPresent() ? month : leftIn;
        }
        Instant end = churned.orElse(time.end());
        boolean active = churned.isEmpty();
        if (active) {
            account.age();
            card.update(account, time.end());
        }
        List<Truth.Churn> churn = outcomes(leftIn, active);
        return new DemoCustomer(
                id,
                card.versions().stream()
                        .filter(version -> !version.validFrom().isAfter(end))
                        .toList(),
                diary.events(),
                permits.consents(end),
                permits.objections(end),
                churned,
                new Truth(churn, active ? uplifts() : Map.of(), active ? accepts() : Map.of(), person.reachability()));
    }

    private Optional<Instant> live(int month) {
        LocalDate start = time.start(month);
        if (month > joined || account.tenure > 0) {
            account.age();
        }
        if (month == joined || month % VERSION_EVERY == 0) {
            card.update(account, time.midnight(month));
        }
        if (TRUTH_IN.contains(month)) {
            truths.add(truth(month));
        }
        Optional<Instant> leaves = dice.hits(Leaving.hazard(person, account))
                ? Optional.of(
                        Timeline.at(start.plusDays(dice.between(0, 29)), dice.between(9, 18), dice.between(0, 59)))
                : Optional.empty();
        Strain strain = Strain.drawn(account, disturbances[month], dice);
        everyday.month(start, strain);
        offers.month(month, start);
        account.bear(strain);
        leaves.ifPresent(diary::leave);
        return leaves;
    }

    private Truth.Churn truth(int month) {
        return new Truth.Churn(time.start(month), Leaving.within90Days(person, account, rollouts), false);
    }

    private List<Truth.Churn> outcomes(int leftIn, boolean active) {
        List<Truth.Churn> known = new ArrayList<>();
        for (Truth.Churn entry : truths) {
            int month = TRUTH_IN.stream()
                    .filter(m -> time.start(m).equals(entry.asOf()))
                    .findFirst()
                    .orElseThrow();
            boolean left = leftIn < month + Leaving.HORIZON;
            known.add(new Truth.Churn(entry.asOf(), entry.probability(), left));
        }
        if (active) {
            known.add(truth(Timeline.MONTHS));
        }
        return known;
    }

    private Map<String, Double> uplifts() {
        Map<String, Double> uplifts = Leaving.uplifts(person, account, rollouts);
        uplifts.keySet()
                .removeIf(action -> Acceptance.channels(action).stream()
                        .noneMatch(channel -> Acceptance.fits(action, channel, person, account)));
        return uplifts;
    }

    private Map<String, Double> accepts() {
        Map<String, Double> accepts = new TreeMap<>();
        int month = time.referenceDay().getMonthValue();
        Acceptance.CHANNELS.forEach((action, channels) -> channels.stream()
                .filter(channel -> Acceptance.fits(action, channel, person, account))
                .forEach(channel -> accepts.put(
                        action + "/" + channel, Acceptance.probability(action, channel, person, account, month))));
        return accepts;
    }
}
