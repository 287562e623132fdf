package org.lotse.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lotse.engine.action.Capacity;
import org.lotse.engine.action.Catalogue;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.read.RuleBundle;

class CapacitiesTest {
    private static final String HEADINGS = "Key,Amount,Per,Owner,From,Until\n";
    private static final String OTHERS = "voucher-budget,5000,month,,,\n";

    @Test
    void haveAnAmountPerPeriodAndAnOwner() {
        Catalogue catalogue = catalogue("call-slot,960,day,Call centre,,\n" + OTHERS);

        assertThat(catalogue.capacity("call-slot", LocalDate.of(2026, 5, 4))).hasValueSatisfying(capacity -> {
            assertThat(capacity.amount()).isEqualTo(960);
            assertThat(capacity.per()).isEqualTo(Capacity.Per.DAY);
            assertThat(capacity.owner()).isEqualTo("Call centre");
        });
    }

    @Test
    void differOnOtherDays() {
        Catalogue catalogue =
                catalogue("call-slot,960,day,,,2026-11-30\ncall-slot,1500,Tag,,01.12.2026,31.12.2026\n" + OTHERS);

        assertThat(amountOn(catalogue, LocalDate.of(2026, 11, 30))).isEqualTo(960);
        assertThat(amountOn(catalogue, LocalDate.of(2026, 12, 1))).isEqualTo(1500);
        assertThat(catalogue.capacity("call-slot", LocalDate.of(2027, 1, 1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            call-slot,many,day,,,;                       B2; WRONG_TYPE
            call-slot,,day,,,;                           B2; NOT_UNDERSTOOD
            call-slot,-1,day,,,;                         B2; OUT_OF_RANGE
            call-slot,10,fortnight,,,;                   C2; NOT_UNDERSTOOD
            call-slot,10,day,,2026-02-30,;               E2; WRONG_TYPE
            call-slot,10,day,,2026-02-02,2026-02-01;     F2; BAD_DATE_RANGE
            call:slot,10,day,,,;                         A2; NOT_UNDERSTOOD
            """)
    void nameTheCellOfAMistake(String row, String cell, String code) {
        assertThat(findings(row + "\ncall-slot,1,day,,,\n" + OTHERS)).anySatisfy(finding -> {
            assertThat(finding.place().cell()).isEqualTo(cell);
            assertThat(finding.code()).hasToString(code);
        });
    }

    @Test
    void haveOneAmountPerDay() {
        assertThat(findings("call-slot,1,day,,,2026-03-01\ncall-slot,2,day,,2026-03-01,\n" + OTHERS))
                .extracting(Finding::toString)
                .containsExactly("capacities.csv:A3: ERROR OVERLAP \"call-slot\" has an amount for some of these days"
                        + " already. Maybe fill in From and Until.");
    }

    @Test
    void areListedBeforeAnythingUsesThem() {
        assertThat(findings("call-slots,1,day,,,\n" + OTHERS))
                .extracting(Finding::toString)
                .containsExactlyInAnyOrder(
                        "channels.csv: ERROR UNKNOWN_CAPACITY \"CALL_CENTRE\" uses the capacity \"call-slot\", which is"
                                + " not in capacities.csv. Maybe you meant \"call-slots\".",
                        "settings.yaml:prices.call-slot: ERROR UNKNOWN_CAPACITY \"prices\" uses the capacity"
                                + " \"call-slot\", which is not in capacities.csv. Maybe you meant \"call-slots\".");
    }

    private static double amountOn(Catalogue catalogue, LocalDate day) {
        return catalogue.capacity("call-slot", day).orElseThrow().amount();
    }

    private static Catalogue catalogue(String rows) {
        assertThat(findings(rows)).isEmpty();
        return Bundles.compiled(bundle(rows)).catalogue();
    }

    private static List<Finding> findings(String rows) {
        return Bundles.findings(bundle(rows));
    }

    private static RuleBundle bundle(String rows) {
        return Bundles.plain().with("capacities.csv", Bundles.bytes(HEADINGS + rows));
    }
}
