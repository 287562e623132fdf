package org.lotse.api.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What a customer does without being asked in a month: tickets, purchases, late bills, web visits, reviews. */
final class Everyday {
    private static final List<Product> PRODUCTS = List.of(
            new Product("smartphone", 349),
            new Product("router", 129),
            new Product("wifi-repeater", 59),
            new Product("headset", 79),
            new Product("data-pack", 9.99),
            new Product("roaming-pack", 14.99),
            new Product("film-rental", 4.99),
            new Product("sim-card", 9.95));
    private static final double[] POPULARITY = {0.8, 0.7, 1, 1, 3, 2, 3, 0.5};

    private final Person person;
    private final Account account;
    private final Diary diary;
    private final Dice dice;

    private record Product(String name, double price) {}

    Everyday(Person person, Account account, Diary diary, Dice dice) {
        this.person = person;
        this.account = account;
        this.diary = diary;
        this.dice = dice;
    }

    void month(LocalDate start, Strain strain) {
        tickets(start, "BILLING", strain.billing());
        tickets(start, "OUTAGE", strain.outages());
        tickets(start, "MOVE", dice.count(0.005));
        tickets(start, "QUESTION", dice.count(0.035));
        if (strain.late()) {
            diary.note("invoice", moment(start), "amount", account.charge(), "days-late", dice.between(3, 45));
        }
        for (int i = dice.count(person.business() ? 0.2 : 0.09); i > 0; i--) {
            buy(start);
        }
        browse(start, strain);
        if (dice.hits(0.006)) {
            review(start, 3.9);
        }
        account.usage = Math.round(account.usage * dice.between(0.93, 1.085) * (strain.looking() ? 0.9 : 1));
    }

    private void tickets(LocalDate start, String topic, int count) {
        for (int i = 0; i < count; i++) {
            String channel = dice.hits(person.digital() * 0.6) ? (dice.hits(0.6) ? "EMAIL" : "WEB") : "CALL_CENTRE";
            diary.note("ticket", moment(start), "topic", topic, "channel", channel);
            if (dice.hits(0.1)) {
                review(start, topic.equals("BILLING") || topic.equals("OUTAGE") ? 2.4 : 3.6);
            }
        }
    }

    private void buy(LocalDate start) {
        Product product = PRODUCTS.get(dice.weighted(POPULARITY));
        int quantity = person.business() ? dice.between(1, 1 + Math.min(9, person.employees() / 4)) : 1;
        double amount = product.price() * quantity;
        diary.note("purchase", moment(start), "product", product.name(), "amount", amount, "quantity", quantity);
    }

    private void browse(LocalDate start, Strain strain) {
        for (int i = dice.count(0.25 * person.digital()); i > 0; i--) {
            diary.note("web-visit", moment(start), "page", dice.one(List.of("home", "help", "bill", "tariffs")));
        }
        for (int i = strain.looking() ? dice.between(1, 3) : 0; i > 0; i--) {
            diary.note("web-visit", moment(start), "page", dice.hits(0.5) ? "cancellation" : "tariffs");
        }
    }

    private void review(LocalDate start, double mean) {
        double stars = Math.clamp(Math.round(dice.normal(mean - 0.4 * account.openComplaints, 1.1)), 1, 5);
        diary.note("review", moment(start), "stars", stars);
    }

    private Instant moment(LocalDate start) {
        return Timeline.at(start.plusDays(dice.between(0, 29)), dice.between(7, 22), dice.between(0, 59));
    }
}
