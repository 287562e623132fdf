package org.lotse.api.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The campaigns as one customer met them: who was drawn, who was held back, how they answered. */
final class Offers {
    private static final double OPENED = 0.26;
    private static final double CLICKED = 0.10;
    private static final Duration DAY = Duration.ofDays(1);

    private final List<Campaign> campaigns;
    private final Person person;
    private final Account account;
    private final Permits permits;
    private final Diary diary;
    private final Dice dice;
    private final Calls calls;
    private final Deals deals;

    Offers(
            List<Campaign> campaigns,
            Person person,
            Account account,
            Permits permits,
            Diary diary,
            Deals deals,
            Dice dice) {
        this.campaigns = campaigns;
        this.person = person;
        this.account = account;
        this.permits = permits;
        this.diary = diary;
        this.dice = dice;
        this.deals = deals;
        this.calls = new Calls(person, diary, dice);
    }

    void month(int month, LocalDate start) {
        for (Campaign campaign : campaigns) {
            if (campaign.runsIn(month)
                    && Acceptance.fits(campaign.action(), campaign.channel(), person, account)
                    && dice.hits(campaign.share())) {
                LocalDate day = workday(start.plusDays(dice.between(0, 20)));
                Instant at = Timeline.at(day, dice.between(8, 17), dice.between(0, 59));
                if (permits.allow(campaign, at)) {
                    drawn(campaign, campaign.name(start), day, at);
                }
            }
        }
    }

    private void drawn(Campaign campaign, String name, LocalDate day, Instant at) {
        boolean held = dice.hits(campaign.control());
        if (campaign.control() > 0) {
            diary.note(
                    "campaign",
                    at,
                    "campaign",
                    name,
                    "action",
                    campaign.action(),
                    "channel",
                    campaign.channel(),
                    "group",
                    held ? "CONTROL" : "TREATED");
        }
        if (!held) {
            contact(campaign, name, day, at);
        }
    }

    private void contact(Campaign campaign, String name, LocalDate day, Instant at) {
        double accepts =
                Acceptance.probability(campaign.action(), campaign.channel(), person, account, day.getMonthValue());
        account.contactsThisMonth++;
        switch (campaign.channel()) {
            case "CALL_CENTRE" ->
                calls.ring(campaign, name, day).ifPresent(talk -> talked(campaign, talk, accepts, "call"));
            case "FIELD_REP" -> visited(campaign, name, at, accepts);
            case "EMAIL" -> mailed(campaign, name, at, accepts);
            case "WEB" -> shown(campaign, name, at, accepts);
            default -> printed(campaign, name, at, accepts);
        }
    }

    private void talked(Campaign campaign, Instant at, double accepts, String how) {
        deals.reached(campaign);
        if (dice.hits(accepts)) {
            deals.accept(campaign, at.plus(Duration.ofMinutes(how.equals("call") ? 6 : 50)));
        } else {
            deals.reject(campaign, at.plus(Duration.ofMinutes(how.equals("call") ? 4 : 40)));
        }
    }

    private void visited(Campaign campaign, String name, Instant at, double accepts) {
        String rep = FieldForce.nearest(person.latitude(), person.longitude()).id();
        note(campaign, name, at);
        boolean interested = dice.hits(0.4);
        if (diary.note(
                "visit",
                at,
                "rep",
                rep,
                "result",
                interested ? "INTERESTED" : "NO_NEED",
                "minutes",
                dice.between(25, 90))) {
            talked(campaign, at, accepts, "visit");
        }
    }

    private void mailed(Campaign campaign, String name, Instant at, double accepts) {
        note(campaign, name, at);
        boolean yes = dice.hits(accepts);
        boolean opened = yes || dice.hits(OPENED * (0.5 + person.digital()));
        Instant read = at.plus(Duration.ofMinutes(dice.between(5, 3000)));
        if (opened && diary.note("email-open", read, "campaign", name)) {
            deals.reached(campaign);
            if (yes || dice.hits(CLICKED)) {
                deals.outcome("CLICKED", campaign, read.plusSeconds(40));
            }
            if (yes) {
                deals.accept(campaign, read.plusSeconds(400));
            } else if (dice.hits(0.012)) {
                deals.reject(campaign, read.plusSeconds(60));
                permits.withdraw("EMAIL", read.plusSeconds(60));
            }
        }
    }

    private void shown(Campaign campaign, String name, Instant at, double accepts) {
        if (!dice.hits(person.digital())) {
            return;
        }
        note(campaign, name, at);
        deals.reached(campaign);
        deals.outcome("SEEN", campaign, at.plusSeconds(1));
        boolean yes = dice.hits(accepts);
        if (yes || dice.hits(0.03)) {
            deals.outcome("CLICKED", campaign, at.plusSeconds(20));
        }
        if (yes) {
            deals.accept(campaign, at.plusSeconds(200));
        }
    }

    private void printed(Campaign campaign, String name, Instant at, double accepts) {
        note(campaign, name, at);
        deals.reached(campaign);
        if (dice.hits(accepts)) {
            deals.accept(campaign, at.plus(DAY.multipliedBy(dice.between(2, 10))));
        }
    }

    private void note(Campaign campaign, String name, Instant at) {
        Calls.contact(diary, campaign, name, at);
    }

    private static LocalDate workday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }
}
