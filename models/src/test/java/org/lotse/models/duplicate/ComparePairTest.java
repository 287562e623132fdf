package org.lotse.models.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparePairTest {
    private static final List<Known> BASE =
            Customers.of(400, 1).records.stream().map(Known::of).toList();

    @Test
    void namesInEachOthersPlaceAgree() {
        PairPattern pattern = compare(person("Anna", "Wagner"), person("Wagner", "Anna"));

        assertThat(pattern.agreement(Comparison.NAME_ORDER)).isEqualTo(Agreement.SWAPPED);
        assertThat(pattern.agreement(Comparison.GIVEN_NAME)).isEqualTo(Agreement.SAME_COMMON);
        assertThat(pattern.agreement(Comparison.FAMILY_NAME)).isEqualTo(Agreement.SAME_COMMON);
    }

    @Test
    void ofASwappedRecordEachNameIsComparedWithItsLike() {
        PairPattern pattern = compare(person("Wagner", "Anna"), person("Ludwig", "Wagner"));

        assertThat(pattern.agreement(Comparison.FAMILY_NAME)).isEqualTo(Agreement.SAME_COMMON);
        assertThat(pattern.agreement(Comparison.GIVEN_NAME)).isEqualTo(Agreement.DIFFERENT);
    }

    @Test
    void aTypingMistakeIsRareAndTwoNamesAreNot() {
        assertThat(compare(person("Anna", "Wagner"), person("Anna", "Wahner")).agreement(Comparison.FAMILY_NAME))
                .isEqualTo(Agreement.TYPO);
        assertThat(compare(person("Anna", "Hoffmann"), person("Anna", "Hofmann"))
                        .agreement(Comparison.FAMILY_NAME))
                .as("both are names of many")
                .isEqualTo(Agreement.ALIKE);
    }

    @Test
    void shortFormsInitialsAndNamesOfTheMailAddressAgree() {
        assertThat(compare(person("Johannes", "Wagner"), person("Hans", "Wagner"))
                        .agreement(Comparison.GIVEN_NAME))
                .isEqualTo(Agreement.VARIANT);
        assertThat(compare(person("J.", "Wagner"), person("Johannes", "Wagner")).agreement(Comparison.GIVEN_NAME))
                .isEqualTo(Agreement.INITIAL);
        CustomerRecord married = with(person("Anna", "Koch"), Field.EMAIL, "anna.wagner@example.org");
        assertThat(compare(married, person("Anna", "Wagner")).agreement(Comparison.FAMILY_NAME))
                .isEqualTo(Agreement.IN_EMAIL);
        assertThat(compare(person("Anna", "Koch"), person("Anna", "Koch-Wagner"))
                        .agreement(Comparison.FAMILY_NAME))
                .isEqualTo(Agreement.PART);
    }

    @Test
    void streetsAgreeHoweverTheyAreShortened() {
        CustomerRecord one = address("Lindenstraße", "7a", "50667", "Köln");

        assertThat(compare(one, address("Lindenstr. 7 a", "", "50667", "Koeln")).agreement(Comparison.ADDRESS))
                .isEqualTo(Agreement.SAME);
        assertThat(compare(one, address("Lindnestrasse", "7a", "50676", "Köln")).agreement(Comparison.ADDRESS))
                .isEqualTo(Agreement.TYPO);
        assertThat(compare(one, address("Lindenstraße", "9", "50667", "Köln")).agreement(Comparison.ADDRESS))
                .isEqualTo(Agreement.SAME_STREET);
        assertThat(compare(one, address("Ahornweg", "7a", "50667", "Köln")).agreement(Comparison.ADDRESS))
                .isEqualTo(Agreement.SAME_TOWN);
    }

    @Test
    void companiesAgreeWithoutTheirLegalForm() {
        CustomerRecord one = new CustomerRecord("1", Map.of(Field.COMPANY, "Möbel Jäger GmbH & Co. KG"));

        assertThat(compare(one, new CustomerRecord("2", Map.of(Field.COMPANY, "Moebel Jaeger")))
                        .agreement(Comparison.COMPANY))
                .isEqualTo(Agreement.PART);
    }

    @Test
    void whatOneDoesNotSayIsUnknown() {
        PairPattern pattern = compare(person("Anna", "Wagner"), new CustomerRecord("2", Map.of()));

        assertThat(pattern.agreement(Comparison.GIVEN_NAME)).isEqualTo(Agreement.UNKNOWN);
        assertThat(pattern.agreements()).doesNotContainKey(Comparison.PHONE);
    }

    @Test
    void aPatternHoldsEveryLevelOfEveryComparison() {
        for (Comparison comparison : Comparison.values()) {
            for (Agreement level : comparison.levels()) {
                PairPattern pattern = PairPattern.NONE.with(comparison, level);

                assertThat(new PairPattern(pattern.code()).agreements()).isEqualTo(Map.of(comparison, level));
            }
        }
    }

    private static PairPattern compare(CustomerRecord one, CustomerRecord other) {
        List<Known> all = new ArrayList<>(BASE);
        all.add(Known.of(one));
        all.add(Known.of(other));
        return new ComparePair(new Frequencies(all), ShortForms.shipped()).compare(Known.of(one), Known.of(other));
    }

    private static CustomerRecord person(String given, String family) {
        return new CustomerRecord(given + family, Map.of(Field.GIVEN_NAME, given, Field.FAMILY_NAME, family));
    }

    private static CustomerRecord address(String street, String number, String code, String town) {
        return new CustomerRecord(
                "a",
                Map.of(Field.STREET, street, Field.HOUSE_NUMBER, number, Field.POSTAL_CODE, code, Field.TOWN, town));
    }

    private static CustomerRecord with(CustomerRecord record, Field field, String value) {
        Map<Field, String> fields = new java.util.EnumMap<>(record.fields());
        fields.put(field, value);
        return new CustomerRecord(record.id(), fields);
    }
}
