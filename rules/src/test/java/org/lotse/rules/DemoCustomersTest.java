package org.lotse.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lotse.engine.rule.RuleSet;

/** What the shipped rules say about customers as the demo company has them. */
class DemoCustomersTest {
    private static final RuleSet RULES = Bundles.compiled(ShippedRules.bundle());

    /** A private customer with nothing special about them. */
    private static Asking ordinary() {
        return Asking.verify(RULES)
                .given("kind", "PRIVATE")
                .given("contract", "ONE_YEAR")
                .given("months-to-end", "5")
                .given("monthly-charge", "45")
                .given("internet", "DSL")
                .given("fibre-available", "yes")
                .given("online-security", "no")
                .given("streaming-tv", "no")
                .given("device-age", "30")
                .given("tenure", "30")
                .given("left", "0")
                .given("tickets-90d", "1")
                .given("tickets-before", "1")
                .given("orders-90d", "0")
                .given("orders-before", "0")
                .given("outages-90d", "0")
                .given("rejected-12mo", "0")
                .given("contacts-30d", "1")
                .given("web-visits-30d", "2")
                .given("emails-opened-90d", "2")
                .given("payment-delay", "0")
                .given("open-complaints", "0")
                .given("email-consent", "yes")
                .given("phone-consent", "yes")
                .given("churn", "0.2")
                .given("clv", "600")
                .given("clv-percentile", "55");
    }

    private static List<String> left(Asking customer) {
        RULES.catalogue().actions().values().stream()
                .filter(action -> !Set.of("event-offer", "alarm").contains(action.group()))
                .forEach(action -> customer.action(action.key().value()));
        return customer.judged().candidates().entrySet().stream()
                .filter(entry -> entry.getValue().stoppedBy().isEmpty())
                .map(entry -> entry.getKey().toString())
                .sorted()
                .toList();
    }

    @Test
    void leavesAnOrdinaryCustomerSeveralActions() {
        assertThat(left(ordinary()))
                .containsExactly(
                        "cross-sell-security",
                        "cross-sell-tv",
                        "device-subsidy",
                        "newsletter",
                        "survey",
                        "upsell-fibre",
                        "usage-tip");
    }

    @Test
    void keepsWhoeverWantsToLeave() {
        assertThat(left(ordinary().given("churn", "0.6").given("reason", "CANCEL")))
                .contains("retention-credit", "contract-extension", "device-subsidy", "tariff-change", "care-call")
                .doesNotContain("cross-sell-tv", "newsletter", "win-back-call");
    }

    @Test
    void winsBackOnlyWhoeverHasLeft() {
        assertThat(left(ordinary().given("left", "1")))
                .contains("win-back-call")
                .doesNotContain("retention-credit", "usage-tip", "survey");
    }

    @Test
    void sellsNothingWhileAComplaintIsOpen() {
        assertThat(left(ordinary().given("open-complaints", "1")))
                .contains("care-call", "usage-tip")
                .doesNotContain("upsell-fibre", "cross-sell-security", "cross-sell-tv", "survey", "newsletter");
    }

    @Test
    void visitsOnlyBusinessesWithADeal() {
        assertThat(left(ordinary())).doesNotContain("visit");
        assertThat(left(ordinary().given("kind", "BUSINESS").given("deal-value", "5000")))
                .contains("visit");
    }

    @Test
    void givesNoCreditToWhoeverDoesNotPay() {
        Asking late = ordinary()
                .given("payment-delay", "20")
                .given("orders-before", "2")
                .given("churn", "0.6");

        assertThat(left(late)).contains("care-call").doesNotContain("retention-credit", "device-subsidy");
        late.decides("segment", "DEFAULT_RISK").because("Payment risk");
        late.decides("voucher-eligible", "no");
    }

    @ParameterizedTest
    @CsvSource({
        "95, VIP, 2, SENIOR_ADVISER",
        "90, VIP, 2, SENIOR_ADVISER",
        "89.9, PREMIUM, 8, EXPERIENCED",
        "70, PREMIUM, 8, EXPERIENCED",
        "69.9, STANDARD, 24, STANDARD_SUPPORT",
        "10, STANDARD, 24, STANDARD_SUPPORT",
        "9.9, BASIC, 48, SELF_SERVICE"
    })
    void putsCustomersIntoTiersByTheirPercentile(String percentile, String tier, String hours, String route) {
        Asking customer = ordinary().given("clv-percentile", percentile);

        customer.decides("service-level", tier);
        customer.decides("respond-within", hours);
        customer.decides("route", route);
    }

    @ParameterizedTest
    @CsvSource({"0.4, EMAIL", "0.99, EMAIL", "1, CALL_CENTRE", "2.9, CALL_CENTRE", "3, FIELD_REP", "5, FIELD_REP"})
    void choosesTheChannelByTheLeadScore(String score, String channel) {
        ordinary().given("lead-score", score).decides("channel", channel);
        Asking.verify(RULES)
                .given("lead-score", "0.4")
                .decides("channel", "EMAIL")
                .because("newsletter only");
    }

    @Test
    void neverChoosesAClosedChannel() {
        ordinary().given("lead-score", "0.4").given("email-consent", "no").decides("channel", "WEB");
        ordinary().given("lead-score", "2").given("phone-consent", "no").decides("channel", "PRINT");
        ordinary().given("lead-score", "4").given("visit-consent", "no").decides("channel", "CALL_CENTRE");
    }

    @Test
    void addsPointsAndMapsThemToTheScore() {
        Asking customer = ordinary().given("emails-clicked-90d", "2");

        // Opened 2 x 5, clicked 2 x 10, web 2 x 3, device 10, fibre 15.
        customer.decides("lead-points", "61");
        customer.decides("lead-score", "3");
    }

    @Test
    void keepsVouchersForThoseWhoWouldOtherwiseLeave() {
        ordinary().decides("voucher-eligible", "no").because("stays without one");
        ordinary()
                .given("churn", "0.6")
                .given("clv-percentile", "92")
                .given("lead-score", "2")
                .decides("voucher-amount", "42");
        ordinary()
                .given("churn", "1")
                .given("clv-percentile", "99")
                .given("lead-score", "5")
                .decides("voucher-amount", "50");
    }

    @Test
    void calmsTheAnnoyed() {
        ordinary().given("mood", "ANNOYED").decides("tone", "CALMING").because("Beruhigend bei Ärger");
        ordinary().given("mood", "ANNOYED").decides("route", "TRAINED_STAFF");
        ordinary().given("clv-percentile", "95").given("mood", "ANNOYED").decides("route", "SENIOR_ADVISER");
    }
}
