package org.lotse.api.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lotse.engine.term.Event;

class DemoCompanyTest {
    private static final LocalDate TODAY = Shipped.TODAY;
    private static final DemoCompany COMPANY = Shipped.COMPANY;
    private static final Figures FIGURES = new Figures(COMPANY);

    @Test
    void isTheSameForTheSameSeedAndDay() throws Exception {
        assertThat(hash(DemoCompany.generate(DemoCompany.SEED, TODAY))).isEqualTo(hash(COMPANY));
    }

    @Test
    void isAnotherForAnotherSeed() throws Exception {
        assertThat(hash(DemoCompany.generate(DemoCompany.SEED + 1, TODAY))).isNotEqualTo(hash(COMPANY));
    }

    @Test
    void hasTheSizeItPromises() {
        assertThat(COMPANY.customers()).hasSize(5_000);
        assertThat(COMPANY.customers().stream().filter(DemoCustomer::active).count())
                .isBetween(3_700L, 4_200L);
        assertThat(COMPANY.events().count()).isBetween(150_000L, 180_000L);
        assertThat(COMPANY.claims()).hasSize(60);
        assertThat(COMPANY.jurists()).hasSize(8);
        assertThat(COMPANY.reps()).hasSize(6);
        assertThat(COMPANY.agents()).hasSize(8);
        assertThat(COMPANY.visits()).hasSize(60);
    }

    @Test
    void losesCustomersAsThePublishedFiguresSay() {
        Map<String, Double> contract = FIGURES.churnBy("contract");
        assertThat(rate(contract, "MONTHLY")).isCloseTo(0.42, within(0.04));
        assertThat(rate(contract, "ONE_YEAR")).isCloseTo(0.11, within(0.03));
        assertThat(rate(contract, "TWO_YEARS")).isCloseTo(0.03, within(0.02));

        Map<String, Double> internet = FIGURES.churnBy("internet");
        assertThat(rate(internet, "FIBRE")).isGreaterThan(1.6 * rate(internet, "DSL"));
        assertThat(rate(internet, "DSL")).isGreaterThan(1.6 * rate(internet, "NONE"));

        Map<String, Double> payment = FIGURES.churnBy("payment-method");
        assertThat(rate(payment, "TRANSFER")).isGreaterThan(1.6 * rate(payment, "DIRECT_DEBIT"));
    }

    @Test
    void losesFewerTheLongerTheyStayed() {
        Map<String, Double> years = FIGURES.leftBy(c -> Integer.toString((int) (Figures.number(c, "tenure") / 12)));

        assertThat(List.of(rate(years, "0"), rate(years, "1"), rate(years, "2"), rate(years, "3"), rate(years, "4")))
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void isAnsweredAndAcceptedAsThePublishedFiguresSay() {
        assertThat(FIGURES.acceptedByPhone()).isCloseTo(0.115, within(0.015));
        assertThat(FIGURES.answered(call -> true)).isCloseTo(0.57, within(0.02));
        assertThat(FIGURES.contactsReached()).isCloseTo(0.80, within(0.02));
    }

    @Test
    void isAnsweredMoreInTheEveningAtHomeAndLessAtWork() {
        Map<String, String> kinds = new TreeMap<>();
        COMPANY.customers().forEach(c -> kinds.put(c.id().id(), Figures.text(c, "kind")));

        assertThat(answered(kinds, "PRIVATE", 17, 19)).isGreaterThan(answered(kinds, "PRIVATE", 8, 10) + 0.15);
        assertThat(answered(kinds, "BUSINESS", 9, 11)).isGreaterThan(answered(kinds, "BUSINESS", 17, 19) + 0.3);
    }

    @Test
    void grantsConsentAndObjectsAsDescribed() {
        assertThat(granted("CALL_CENTRE")).isCloseTo(0.46, within(0.03));
        assertThat(granted("EMAIL")).isCloseTo(0.60, within(0.03));
        assertThat(granted("PRINT")).isCloseTo(0.70, within(0.03));
        assertThat(COMPANY.objections().count() / 5_000.0).isCloseTo(0.028, within(0.008));
        assertThat(COMPANY.consents().filter(c -> c.channel().equals("FIELD_REP")))
                .allSatisfy(c -> assertThat(c.customer().id()).isNotBlank());
    }

    @Test
    void tellsNothingAfterTheEnd() {
        Instant end = TODAY.atStartOfDay(DemoCompany.ZONE).toInstant();
        for (DemoCustomer customer : COMPANY.customers()) {
            List<Event> events = customer.events();
            List<Instant> times = events.stream().map(Event::time).toList();
            assertThat(times).isSorted().allMatch(time -> time.isBefore(end));
            if (!customer.active()) {
                assertThat(events.getLast().type()).isEqualTo("CHURNED");
                assertThat(events.stream().filter(e -> e.type().equals("CHURNED")))
                        .hasSize(1);
            }
        }
    }

    @Test
    void holdsBackARandomControlGroupWithoutContactingIt() {
        List<Event> drawn =
                COMPANY.events().filter(e -> e.type().equals("campaign")).toList();
        long control = drawn.stream()
                .filter(e -> Figures.field(e, "group").equals("CONTROL"))
                .count();

        assertThat(control / (double) drawn.size()).isBetween(0.2, 0.3);
        assertThat(COMPANY.events().filter(e -> e.type().equals("contact")))
                .noneMatch(e -> Figures.field(e, "group").equals("CONTROL"));
    }

    private static double answered(Map<String, String> kinds, String kind, int from, int to) {
        return FIGURES.answered(call -> {
            int hour = Integer.parseInt(Figures.field(call, "hour"));
            return kind.equals(kinds.get(call.subject().id())) && hour >= from && hour <= to;
        });
    }

    private static double rate(Map<String, Double> rates, String of) {
        return Objects.requireNonNull(rates.get(of), of);
    }

    private static double granted(String channel) {
        return COMPANY.consents()
                        .filter(c -> c.granted() && c.channel().equals(channel))
                        .count()
                / 5_000.0;
    }

    private static String hash(DemoCompany company) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (DemoCustomer customer : company.customers()) {
            digest.update(customer.id().toString().getBytes(StandardCharsets.UTF_8));
            for (Version version : customer.versions()) {
                digest.update((version.validFrom() + "" + new TreeMap<>(version.attributes()))
                        .getBytes(StandardCharsets.UTF_8));
            }
            for (Event event : customer.events()) {
                digest.update((event.id() + event.type() + event.time() + new TreeMap<>(event.data()))
                        .getBytes(StandardCharsets.UTF_8));
            }
            digest.update((customer.consents() + "" + customer.objections()).getBytes(StandardCharsets.UTF_8));
            digest.update((customer.truth().churn() + ""
                            + new TreeMap<>(customer.truth().uplift())
                            + new TreeMap<>(customer.truth().accept()))
                    .getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
