package org.lotse.api.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Why customers leave: the monthly hazard, the 90 days ahead, and what an offer changes about them. */
final class Leaving {
    /** The months (of 30 days) that 90 days have. */
    static final int HORIZON = 3;

    /** Offers that change the probability of leaving. */
    static final List<String> OFFERS =
            List.of("retention-credit", "contract-extension", "device-subsidy", "tariff-change", "care-call");

    private static final int ROLLOUTS = 24;
    private static final double MOST = 0.6;

    private Leaving() {}

    /** The probability that the customer leaves within the coming month of 30 days. */
    static double hazard(Person person, Account account) {
        return Math.min(MOST, StrictMath.exp(logHazard(person, account) + account.treatment));
    }

    /** The true probability of leaving within 90 days if nobody does anything, by playing the months ahead. */
    static double within90Days(Person person, Account account, Dice dice) {
        return ahead(person, account, dice, new double[0])[0];
    }

    /** Per offer: by how much it lowers the probability of leaving within 90 days; negative for sleeping dogs. */
    static Map<String, Double> uplifts(Person person, Account account, Dice dice) {
        double[] effects = OFFERS.stream()
                .mapToDouble(offer -> effect(offer, person, account))
                .toArray();
        double[] leaving = ahead(person, account, dice, effects);
        Map<String, Double> uplifts = new TreeMap<>();
        for (int i = 0; i < effects.length; i++) {
            uplifts.put(OFFERS.get(i), leaving[0] - leaving[i + 1]);
        }
        return uplifts;
    }

    /** What an offer that reaches the customer changes about leaving in the 90 days after, in log odds. */
    static double effect(String offer, Person person, Account account) {
        double reminded = person.sleepingDog() ? 1.3 : 0;
        boolean dear = account.charge() > 75;
        double bill = Account.sum(account.billing) > 0 ? -0.35 : 0;
        return reminded
                + switch (offer) {
                    case "retention-credit" -> -0.35 - (dear ? 0.45 : 0) + bill;
                    case "contract-extension" ->
                        -0.40 - (account.online() ? 0.2 : 0) - (account.tenure > 18 ? 0.25 : 0);
                    case "device-subsidy" -> -0.25 - (account.deviceAge > 36 ? 0.5 : 0);
                    case "tariff-change" -> -0.15 - (dear ? 0.5 : 0);
                    case "care-call" -> -0.10 - 0.5 * Math.min(2, account.openComplaints);
                    default -> -reminded;
                };
    }

    /** Leaving within 90 days: first as things are, then with each of these effects instead of a running one. */
    private static double[] ahead(Person person, Account start, Dice dice, double[] effects) {
        double[] leaving = new double[effects.length + 1];
        for (int rollout = 0; rollout < ROLLOUTS; rollout++) {
            double[] staying = once(person, start.copy(), dice, effects);
            for (int i = 0; i < leaving.length; i++) {
                leaving[i] += (1 - staying[i]) / ROLLOUTS;
            }
        }
        return leaving;
    }

    private static double[] once(Person person, Account account, Dice dice, double[] effects) {
        double[] staying = new double[effects.length + 1];
        Arrays.fill(staying, 1);
        for (int month = 0; month < HORIZON; month++) {
            double untreated = logHazard(person, account);
            staying[0] *= 1 - Math.min(MOST, StrictMath.exp(untreated + account.treatment));
            for (int i = 0; i < effects.length; i++) {
                staying[i + 1] *= 1 - Math.min(MOST, StrictMath.exp(untreated + effects[i]));
            }
            account.bear(Strain.drawn(account, Strain.disturbance(dice), dice));
            account.age();
        }
        return staying;
    }

    private static double logHazard(Person person, Account account) {
        return bond(account) + strain(account) + who(person, account);
    }

    private static double bond(Account account) {
        double term = switch (account.contract) {
            case "MONTHLY" -> -4.14;
            case "ONE_YEAR" -> account.monthsToEnd <= 1 ? -3.65 : -6.9;
            default -> account.monthsToEnd <= 1 ? -4.3 : -8.0;
        };
        return term - 0.42 * StrictMath.log((account.tenure + 1) / 15.0);
    }

    private static double strain(Account account) {
        return 0.40 * Math.min(3, Account.sum(account.billing))
                + 0.45 * Math.min(3, Account.sum(account.outages))
                + 0.20 * Account.sum(account.late)
                + 0.60 * Math.min(2, account.openComplaints)
                + (account.looking ? 1.2 : 0);
    }

    private static double who(Person person, Account account) {
        double access = account.internet.equals("FIBRE") ? 0.70 : account.online() ? 0 : -1.0;
        double packages = account.online() ? -0.45 * (account.security ? 1 : 0) - 0.40 * (account.support ? 1 : 0) : 0;
        double paying = account.payment.equals("TRANSFER") ? 0.60 : 0;
        double home = (person.dependents() ? -0.45 : 0) + (person.partner() ? -0.25 : 0) + (person.senior() ? 0.40 : 0);
        double firm = person.business() ? -0.6 : 0;
        return person.frailty() + access + packages + paying + home + firm + (account.paperless ? 0.30 : 0);
    }
}
