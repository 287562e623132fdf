package org.lotse.api.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The call centre trying to reach one customer: up to three attempts on different days and hours. */
final class Calls {
    private final Person person;
    private final Diary diary;
    private final Dice dice;

    Calls(Person person, Diary diary, Dice dice) {
        this.person = person;
        this.diary = diary;
        this.dice = dice;
    }

    /** Rings until somebody answers or the attempts are used up; gives the moment of the talk. */
    Optional<Instant> ring(Campaign campaign, String name, LocalDate first) {
        int attempts = 1 + dice.weighted(0.15, 0.6, 0.25);
        LocalDate day = first;
        for (int attempt = 1; attempt <= attempts; attempt++) {
            day = allowed(day);
            int weekday = day.getDayOfWeek().getValue();
            int hour = weekday == 6 ? dice.between(9, 17) : dice.between(8, 19);
            Instant at = Timeline.at(day, hour, dice.between(0, 59));
            if (attempt == 1) {
                contact(diary, campaign, name, at);
            }
            boolean reached = dice.hits(person.reachability().at(weekday, hour));
            String result = reached ? "REACHED" : "NOT_REACHED";
            boolean rang = diary.note("call", at, "result", result, "weekday", weekday, "hour", hour, "campaign", name);
            if (rang && (reached || attempt == attempts)) {
                diary.note(result, at.plusSeconds(20), "action", campaign.action(), "channel", campaign.channel());
            }
            if (!rang || reached) {
                return rang ? Optional.of(at) : Optional.empty();
            }
            day = day.plusDays(dice.between(1, 3));
        }
        return Optional.empty();
    }

    static void contact(Diary diary, Campaign campaign, String name, Instant at) {
        diary.note(
                "contact",
                at,
                "channel",
                campaign.channel(),
                "action",
                campaign.action(),
                "campaign",
                name,
                "group",
                "TREATED");
    }

    /** Nobody is called on Sundays, firms not on Saturdays either. */
    private LocalDate allowed(LocalDate day) {
        int weekday = day.getDayOfWeek().getValue();
        return weekday == 7 ? day.plusDays(1) : weekday == 6 && person.business() ? day.plusDays(2) : day;
    }
}
