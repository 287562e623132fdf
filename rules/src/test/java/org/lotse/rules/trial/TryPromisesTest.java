package org.lotse.rules.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;
import org.lotse.rules.ShippedRules;
import org.lotse.rules.check.CheckRules;
import org.lotse.rules.drools.DroolsRules;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.read.RuleBundle;
import org.lotse.rules.read.RuleContent;

class TryPromisesTest {
    private static final Instant AT = Instant.parse("2026-11-18T09:00:00Z");

    @Test
    void theShippedRulesKeepTheirPromises() {
        TryPromises.Result result = tried(ShippedRules.bundle(), List.of());

        assertThat(result.findings()).isEmpty();
        assertThat(result.cases()).isEqualTo(TryPromises.Budget.USUAL.cases());
    }

    @Test
    void aVoucherAboveItsCapIsFoundWithTheCaseAndTheRow() {
        RuleBundle changed = replaced("tables/voucher.csv", "calc min(50, round(20 + ", "calc min(80, round(60 + ");

        Finding broken = only(tried(changed, List.of()));

        assertThat(broken.code()).isEqualTo(FindingCode.PROMISE_BROKEN);
        assertThat(broken.place().file()).isEqualTo("promises.rules");
        assertThat(broken.message())
                .contains("Voucher amount ")
                .contains("Churn risk ")
                .contains("tables/voucher.csv:7 (keep the most valuable)");
        assertThat(broken.messageDe()).contains("Gutscheinbetrag ");
    }

    @Test
    void theCaseShownHoldsNothingThatDoesNotMatter() {
        RuleBundle changed = replaced(
                "tables/voucher.csv",
                "not while bills are unpaid,payment risk,,,,,,,no,0",
                "not while bills are unpaid,payment risk,,,,,,,yes,20");

        Finding broken = only(tried(changed, List.of()));

        assertThat(broken.message())
                .contains("Payment delay ")
                .doesNotContain("Times left")
                .doesNotContain("Churn risk");
    }

    /** Its rows come first and have many more lines than all others together; making cases takes no longer for it. */
    @Test
    void aVeryLongTableDoesNotKeepTheOthersFromBeingTried() {
        StringBuilder rows = new StringBuilder("Table,aaa-long,Hit policy,sum,Subject,customer,Language,en\n"
                + "Name,Deal value from,Deal value below,=> Lead points\n");
        for (int row = 0; row < 10_000; row++) {
            rows.append("row %d,%d,%d,0%n".formatted(row, row, row + 1).replace("\r", ""));
        }
        RuleBundle changed = replaced("tables/voucher.csv", "calc min(50, round(20 + ", "calc min(80, round(60 + ")
                .with("tables/aaa-long.csv", rows.toString().getBytes(StandardCharsets.UTF_8));

        TryPromises.Result result = tried(changed, List.of());

        assertThat(result.cases()).isEqualTo(TryPromises.Budget.USUAL.cases());
        assertThat(only(result).message()).contains("Voucher amount ");
    }

    @Test
    void anActionThatMustNeverBeChosenIsFound() {
        RuleBundle changed = replaced(
                "tables/eligibility.csv",
                "credit for customers we have,retention-credit,,0",
                "credit for all,retention-credit,,");

        Finding broken = only(tried(changed, List.of()));

        assertThat(broken.message()).contains("Times left ").contains("Credit of 20 EUR");
    }

    @Test
    void knownCustomersConcernedAreCountedAndNamed() {
        RuleBundle changed = replaced(
                "tables/voucher.csv",
                "not while bills are unpaid,payment risk,,,,,,,no,0",
                "not while bills are unpaid,payment risk,,,,,,,yes,20");

        Finding broken = only(tried(
                changed,
                List.of(
                        customer(
                                "c-1",
                                Map.of(
                                        "payment-delay", Value.of(20),
                                        "orders-90d", Value.of(1),
                                        "orders-before", Value.of(3))),
                        customer("c-2", Map.of("payment-delay", Value.of(2))))));

        assertThat(broken.share()).contains(0.5);
        assertThat(broken.details().examples()).containsExactly("c-1");
    }

    private static TrialCase customer(String id, Map<String, Value> values) {
        Map<TermKey, Value> read = new java.util.HashMap<>();
        values.forEach((key, value) -> read.put(new TermKey(key), value));
        return new TrialCase(new SubjectId(SubjectType.CUSTOMER, id), true, read, Permissions.NONE);
    }

    private static RuleBundle replaced(String path, String was, String is) {
        RuleBundle shipped = ShippedRules.bundle();
        String text = new String(shipped.file(path).orElseThrow(), StandardCharsets.UTF_8);
        assertThat(text).contains(was);
        return shipped.with(path, text.replace(was, is).getBytes(StandardCharsets.UTF_8));
    }

    private static Finding only(TryPromises.Result result) {
        assertThat(result.findings()).hasSize(1);
        return result.findings().getFirst();
    }

    private static TryPromises.Result tried(RuleBundle bundle, List<TrialCase> known) {
        RuleContent content = new CheckRules().content(bundle);
        try (DroolsRules rules = DroolsRules.compile(content)) {
            return new TryPromises(content, rules, AT)
                    .run(
                            known,
                            new TryPromises.Budget(TryPromises.Budget.USUAL.cases(), java.time.Duration.ofMinutes(5)));
        }
    }
}
