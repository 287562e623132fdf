package org.lotse.models.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lotse.models.duplicate.GoldenRecord.Reason;
import org.lotse.models.duplicate.GoldenRecord.Said;
import org.lotse.models.duplicate.GoldenRecord.Source;
import org.lotse.models.duplicate.GoldenRecord.Winner;

class GoldenRecordTest {
    private static final Instant EARLY = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2026-03-01T00:00:00Z");
    private static final Map<String, Field> FIELDS = Map.of(
            "first-name", Field.GIVEN_NAME,
            "last-name", Field.FAMILY_NAME,
            "birth-date", Field.BIRTH_DATE,
            "street", Field.STREET,
            "house-number", Field.HOUSE_NUMBER,
            "postal-code", Field.POSTAL_CODE,
            "town", Field.TOWN,
            "phone", Field.PHONE);

    @Test
    void whoMovedLivesWhereTheNewerAddressSaysAndTheOlderRecordIsOutOfDate() {
        List<Source> sources = List.of(
                source("old", EARLY, "street", "Hauptstraße", "house-number", "3", "postal-code", "50667"),
                source("new", LATE, "street", "Lindenweg", "house-number", "7", "postal-code", "04109"));

        assertThat(winner(sources, "street"))
                .satisfies(street -> assertThat(street.record()).isEqualTo("new"))
                .satisfies(street -> assertThat(street.reason()).isEqualTo(Reason.MOVED))
                .satisfies(
                        street -> assertThat(street.others().getFirst().value()).isEqualTo("Hauptstraße"));
        assertThat(winner(sources, "postal-code").value()).isEqualTo("04109");
        assertThat(GoldenRecord.movedAwayFrom(sources, FIELDS)).containsExactly("old");
    }

    @Test
    void anotherSpellingIsNoMove() {
        List<Source> sources = List.of(
                source("one", EARLY, "street", "Lindenstr.", "house-number", "7 a", "postal-code", "50667"),
                source("two", LATE, "street", "Lindenstraße", "house-number", "7a", "postal-code", "50667"));

        assertThat(GoldenRecord.movedAwayFrom(sources, FIELDS)).isEmpty();
        assertThat(winner(sources, "street").value()).isEqualTo("Lindenstraße");
        assertThat(winner(sources, "street").reason()).isEqualTo(Reason.WRITTEN_OUT);
    }

    @Test
    void twoAddressesOfTheSameDayAreNobodysMove() {
        List<Source> sources = List.of(
                source("lead", LATE, "street", "Hauptstraße", "postal-code", "50667"),
                source("other", LATE, "street", "Lindenweg", "postal-code", "04109"));

        assertThat(GoldenRecord.movedAwayFrom(sources, FIELDS)).isEmpty();
        assertThat(winner(sources, "street").reason()).isEqualTo(Reason.LEADS);
        assertThat(winner(sources, "street").record()).isEqualTo("lead");
    }

    @Test
    void namesGoByMajorityThenByTheLongerSpellingAndDatesMustBeInTheCalendar() {
        List<Source> sources = List.of(
                source("a", LATE, "first-name", "H.", "last-name", "Maier", "birth-date", "1958-14-03"),
                source("b", EARLY, "first-name", "Hans", "last-name", "Meier", "birth-date", "1958-03-14"),
                source("c", EARLY, "last-name", "Meier"));

        assertThat(winner(sources, "last-name").value()).isEqualTo("Meier");
        assertThat(winner(sources, "last-name").reason()).isEqualTo(Reason.MOST);
        assertThat(winner(sources, "first-name").value()).isEqualTo("Hans");
        assertThat(winner(sources, "first-name").reason()).isEqualTo(Reason.WRITTEN_OUT);
        assertThat(winner(sources, "birth-date").value()).isEqualTo("1958-03-14");
        assertThat(winner(sources, "birth-date").reason()).isEqualTo(Reason.VALID);
    }

    @Test
    void everythingElseIsTheLatestUnlessSomebodyChoseOtherwise() {
        List<Source> sources = List.of(
                source("a", EARLY, "phone", "0221 1", "contract", "MONTHLY", "town", "Köln"),
                source("b", LATE, "phone", "0221 2", "contract", "MONTHLY"));

        assertThat(winner(sources, "phone").reason()).isEqualTo(Reason.LATEST);
        assertThat(winner(sources, "phone").value()).isEqualTo("0221 2");
        assertThat(winner(sources, "contract").reason()).isEqualTo(Reason.AGREED);
        assertThat(winner(sources, "town").reason()).isEqualTo(Reason.ONLY);
        List<Winner> chosen = GoldenRecord.of(sources, FIELDS, Map.of("phone", "a", "town", "b"));
        assertThat(chosen)
                .filteredOn(one -> one.term().equals("phone"))
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).isEqualTo(Reason.CHOSEN))
                .satisfies(one -> assertThat(one.value()).isEqualTo("0221 1"));
        assertThat(chosen)
                .as("who says nothing cannot be chosen")
                .filteredOn(one -> one.term().equals("town"))
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).isEqualTo(Reason.ONLY));
    }

    private static Winner winner(List<Source> sources, String term) {
        return GoldenRecord.of(sources, FIELDS, Map.of()).stream()
                .filter(one -> one.term().equals(term))
                .findFirst()
                .orElseThrow();
    }

    private static Source source(String id, Instant since, String... says) {
        Map<String, Said> said = new HashMap<>();
        for (int i = 0; i < says.length; i += 2) {
            said.put(says[i], new Said(says[i + 1], since));
        }
        return new Source(id, said);
    }
}
