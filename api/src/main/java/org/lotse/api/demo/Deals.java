package org.lotse.api.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** What follows from an answer: the outcome, what is bought, how the contract changes. */
final class Deals {
    private final Person person;
    private final Account account;
    private final Diary diary;
    private final Dice dice;
    private final Consumer<Instant> changed;

    /**
     * The deals of one customer.
     *
     * @param changed told when the contract has changed
     */
    Deals(Person person, Account account, Diary diary, Dice dice, Consumer<Instant> changed) {
        this.person = person;
        this.account = account;
        this.diary = diary;
        this.dice = dice;
        this.changed = changed;
    }

    /** The offer has reached the customer: from now on it may change whether the customer stays. */
    void reached(Campaign campaign) {
        if (Leaving.OFFERS.contains(campaign.action())) {
            account.treatment = Leaving.effect(campaign.action(), person, account);
            account.treatedMonths = Leaving.HORIZON + 1;
        }
    }

    void outcome(String outcome, Campaign campaign, Instant at) {
        diary.note(outcome, at, "action", campaign.action(), "channel", campaign.channel());
    }

    void reject(Campaign campaign, Instant at) {
        outcome("REJECTED", campaign, at);
        account.rejections[0]++;
    }

    void accept(Campaign campaign, Instant at) {
        double before = account.charge();
        if (!diary.note("ACCEPTED", at, "action", campaign.action(), "channel", campaign.channel())) {
            return;
        }
        account.monthsSinceAccepted = 0;
        boolean contract = apply(campaign.action());
        double gained = 12 * (account.charge() - before);
        if (contract && gained > 0) {
            Instant bought = at.plus(Duration.ofHours(dice.between(1, 60)));
            diary.note("BOUGHT", bought, "action", campaign.action(), "channel", campaign.channel(), "value", gained);
        }
        if (campaign.action().equals("survey")) {
            double stars = Math.clamp(Math.round(dice.normal(3.8 - 0.6 * account.openComplaints, 1)), 1, 5);
            diary.note("review", at.plusSeconds(240), "stars", stars);
        }
        if (campaign.action().equals("visit")) {
            double amount = Math.max(80, person.dealValue() * dice.between(0.1, 0.3));
            diary.note("purchase", at.plus(Duration.ofDays(3)), "product", "project", "amount", amount, "quantity", 1);
        }
        if (Leaving.OFFERS.contains(campaign.action())) {
            outcome("STAYED", campaign, at.plus(Duration.ofDays(85)));
        }
        if (contract) {
            changed.accept(at.plus(Duration.ofHours(1)));
        }
    }

    private boolean apply(String action) {
        switch (action) {
            case "contract-extension" -> {
                account.contract = account.contract.equals("MONTHLY") ? "ONE_YEAR" : account.contract;
                account.monthsToEnd = Math.min(24, account.monthsToEnd + account.term());
            }
            case "upsell-fibre" -> account.internet = "FIBRE";
            case "cross-sell-security" -> account.security = true;
            case "cross-sell-tv" -> account.tv = true;
            case "tariff-change" -> account.discount = 0.1;
            case "device-subsidy" -> account.deviceAge = 0;
            case "care-call" -> account.openComplaints = Math.max(0, account.openComplaints - 1);
            default -> {
                return false;
            }
        }
        return true;
    }
}
