package org.lotse.api.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lotse.engine.term.Event;

class TruthTest {
    private static final LocalDate TODAY = Shipped.TODAY;
    private static final DemoCompany COMPANY = Shipped.COMPANY;

    /** Nobody is offered anything, so customers leave exactly as likely as the truth says. */
    private static final DemoCompany QUIET = DemoCompany.generate(DemoCompany.SEED, TODAY, List.of());

    @Test
    void isWhatHappensInEveryTenthOfTheCustomers() {
        List<Truth.Churn> known = QUIET.customers().stream()
                .flatMap(customer -> customer.truth().churn().stream())
                .filter(churn -> churn.asOf().isBefore(TODAY))
                .sorted(Comparator.comparingDouble(Truth.Churn::probability))
                .toList();

        for (int tenth = 0; tenth < 10; tenth++) {
            List<Truth.Churn> part = known.subList(known.size() * tenth / 10, known.size() * (tenth + 1) / 10);
            double expected = Figures.mean(part);
            double fourDeviations = 4 * Math.sqrt(expected * (1 - expected) / part.size());
            assertThat(Figures.left(part))
                    .as("tenth " + tenth + " of " + part.size())
                    .isCloseTo(expected, within(fourDeviations));
        }
        assertThat(Figures.left(known)).isCloseTo(Figures.mean(known), within(0.006));
    }

    @Test
    void separatesThoseWhoLeaveButNotPerfectly() {
        List<Truth.Churn> known = COMPANY.customers().stream()
                .flatMap(customer -> customer.truth().churn().stream())
                .filter(churn -> churn.asOf().equals(TODAY.minusDays(90)))
                .toList();

        assertThat(Figures.auc(known)).isBetween(0.80, 0.92);
    }

    @Test
    void knowsCustomersWhoLeaveBecauseOfAnOffer() {
        List<Double> uplifts = COMPANY.customers().stream()
                .filter(DemoCustomer::active)
                .map(customer -> customer.truth().uplift().get("retention-credit"))
                .toList();

        assertThat(uplifts).hasSizeGreaterThan(3_000).doesNotContainNull();
        assertThat(uplifts.stream().filter(uplift -> uplift < 0).count() / (double) uplifts.size())
                .isBetween(0.06, 0.2);
        assertThat(uplifts.stream().mapToDouble(uplift -> uplift).average().orElse(0))
                .isBetween(0.005, 0.02);
    }

    @Test
    void saysHowOftenCallsAreAnswered() {
        double expected = 0;
        List<Boolean> reached = new ArrayList<>();
        for (DemoCustomer customer : COMPANY.customers()) {
            for (Event event : customer.events()) {
                if (event.type().equals("call")) {
                    int weekday = Integer.parseInt(Figures.field(event, "weekday"));
                    int hour = Integer.parseInt(Figures.field(event, "hour"));
                    expected += customer.truth().reachability().at(weekday, hour);
                    reached.add(Figures.field(event, "result").equals("REACHED"));
                }
            }
        }

        double answered = reached.stream().filter(yes -> yes).count();
        assertThat(answered / reached.size()).isCloseTo(expected / reached.size(), within(0.015));
    }

    @Test
    void saysHowOftenAnOfferIsTakenOnlyWhereItMakesSense() {
        for (DemoCustomer customer : COMPANY.customers()) {
            Truth truth = customer.truth();
            assertThat(truth.accept().values()).allSatisfy(p -> assertThat(p).isBetween(0.0, 1.0));
            assertThat(truth.accept().isEmpty()).isEqualTo(!customer.active());
            if (!Figures.text(customer, "kind").equals("BUSINESS")) {
                assertThat(truth.accept()).doesNotContainKey("visit/FIELD_REP");
            }
        }
    }
}
