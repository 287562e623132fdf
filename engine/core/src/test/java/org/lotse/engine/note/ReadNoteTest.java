package org.lotse.engine.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lotse.engine.note.Finding.Kind;

class ReadNoteTest {
    private static final LocalDate WRITTEN = LocalDate.of(2026, 4, 5);
    private final ReadNote read = new ReadNote();

    @Test
    void readsTheVisitToMoselInGerman() {
        List<Finding> found = read.read("""
                Besuch bei Mosel (Herr Meier) am 5. April. Mosel arbeitet auf der Baustelle am Flughafen.
                Neue Bohrerserie gezeigt, interessiert, aber derzeit kein Bedarf.
                Akutes Interesse hat er an Akkugeräten, weil oft der Strom ausfällt. Er macht sich Sorgen um Leistung und
                Akkulaufzeit. Fa. Hauser ist auf derselben Baustelle. In drei Monaten nochmal wegen der Bohrer nachfragen.
                Angebot für Akkuschrauber und Akkubohrer (drei Mann, Treppengeländer). Hauser kontaktieren.
                """, WRITTEN);

        assertThat(abouts(found, Kind.CONTACT_PERSON)).containsExactly("Herr Meier");
        assertThat(abouts(found, Kind.WORKS_ON)).containsExactly("auf der Baustelle am Flughafen");
        assertThat(abouts(found, Kind.SHOWN)).containsExactly("Neue Bohrerserie");
        assertThat(abouts(found, Kind.INTEREST)).containsExactly("Neue Bohrerserie");
        assertThat(abouts(found, Kind.NO_NEED_NOW)).containsExactly("Neue Bohrerserie");
        assertThat(abouts(found, Kind.ACUTE_INTEREST)).containsExactly("Akkugeräten");
        assertThat(abouts(found, Kind.CONCERN)).containsExactly("Leistung und Akkulaufzeit");
        assertThat(abouts(found, Kind.SAME_PLACE)).containsExactly("Hauser");
        assertThat(abouts(found, Kind.ASK_AGAIN)).containsExactly("Bohrer");
        assertThat(one(found, Kind.ASK_AGAIN).due()).isEqualTo(LocalDate.of(2026, 7, 5));
        assertThat(abouts(found, Kind.SEND_INFORMATION)).containsExactly("Akkugeräten");
        assertThat(one(found, Kind.SEND_INFORMATION).detail()).isEqualTo("Leistung und Akkulaufzeit");
        assertThat(abouts(found, Kind.MAKE_OFFER)).containsExactly("Akkuschrauber und Akkubohrer");
        assertThat(one(found, Kind.MAKE_OFFER).detail()).isEqualTo("drei Mann, Treppengeländer");
        assertThat(abouts(found, Kind.CONTACT)).containsExactly("Hauser");
    }

    @Test
    void readsTheVisitToMoselInEnglish() {
        List<Finding> found = read.read("""
                Visited Mosel (Mr Meier). Mosel works on the airport site; new drill series shown, interested, no need now;
                acute interest in cordless tools (power cuts; worried about power and battery life); Hauser is on the same
                site. Ask about drills in three months; quote for cordless screwdrivers and drills (three people, stair railings).
                """, WRITTEN);

        assertThat(abouts(found, Kind.WORKS_ON)).containsExactly("on the airport site");
        assertThat(abouts(found, Kind.NO_NEED_NOW)).containsExactly("new drill series");
        assertThat(abouts(found, Kind.ACUTE_INTEREST)).containsExactly("cordless tools");
        assertThat(one(found, Kind.ACUTE_INTEREST).detail()).isEqualTo("power cuts");
        assertThat(abouts(found, Kind.CONCERN)).containsExactly("power and battery life");
        assertThat(abouts(found, Kind.ASK_AGAIN)).containsExactly("drills");
        assertThat(abouts(found, Kind.SEND_INFORMATION)).containsExactly("cordless tools");
        assertThat(abouts(found, Kind.MAKE_OFFER)).containsExactly("cordless screwdrivers and drills");
        assertThat(abouts(found, Kind.CONTACT)).containsExactly("Hauser");
    }

    @Test
    void noNeedNeverSpeaksOfWhatIsNamedLater() {
        for (String note : List.of(
                "Bohrer gezeigt, kein Bedarf, aber akutes Interesse an Akkugeräten.",
                "Showed drills, no need now, but urgent need for cordless tools.",
                "Kein Bedarf an Bohrern. Braucht dringend Akkugeräte.")) {
            List<Finding> found = read.read(note, WRITTEN);

            assertThat(found).as(note).anySatisfy(one -> {
                assertThat(one.kind()).isEqualTo(Kind.ACUTE_INTEREST);
                assertThat(one.about()).containsAnyOf("Akkugeräte", "cordless tools");
            });
            assertThat(found)
                    .as(note)
                    .filteredOn(one -> one.kind() == Kind.NO_NEED_NOW)
                    .isNotEmpty()
                    .allSatisfy(one ->
                            assertThat(one.about()).doesNotContain("Akku").doesNotContain("cordless"));
        }
    }

    @Test
    void whatNobodyNeedsIsAskedAgainInThreeMonths() {
        List<Finding> found = read.read("Bohrer vorgestellt, kein Bedarf.", WRITTEN);

        assertThat(one(found, Kind.ASK_AGAIN).due()).isEqualTo(LocalDate.of(2026, 7, 5));
    }

    @Test
    void aRefusedOfferIsNoTask() {
        assertThat(abouts(read.read("Angebot vom März abgelehnt.", WRITTEN), Kind.MAKE_OFFER))
                .isEmpty();
    }

    @Test
    void datesAreUnderstood() {
        assertThat(due("Nächste Woche wegen Leitern nachfragen")).isEqualTo(LocalDate.of(2026, 4, 12));
        assertThat(due("Am 12. Mai wegen Leitern nachfragen")).isEqualTo(LocalDate.of(2026, 5, 12));
        assertThat(due("Follow up about ladders on 3.4.")).isEqualTo(LocalDate.of(2027, 4, 3));
        assertThat(due("Ask about ladders in 2 weeks")).isEqualTo(LocalDate.of(2026, 4, 19));
    }

    @Test
    void aClauseNoRuleUnderstandsIsLeftToTheModel() {
        ReadNote learned =
                new ReadNote(clause -> clause.contains("klasse") ? Optional.of(Kind.INTEREST) : Optional.empty());

        List<Finding> found = learned.read("Leitern gezeigt. Die findet er klasse. Schönes Wetter.", WRITTEN);

        assertThat(abouts(found, Kind.INTEREST)).containsExactly("Leitern");
    }

    @Test
    void emptyAndHugeNotesAreRead() {
        assertThat(read.read("", WRITTEN)).isEmpty();
        assertThat(read.read("((((", WRITTEN)).isEmpty();
        assertThat(read.read("kein ".repeat(4_000), WRITTEN)).isEmpty();
    }

    private LocalDate due(String note) {
        LocalDate due = one(read.read(note, WRITTEN), Kind.ASK_AGAIN).due();
        assertThat(due).isNotNull();
        return due == null ? LocalDate.EPOCH : due;
    }

    private static Finding one(List<Finding> found, Kind kind) {
        return found.stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    }

    private static List<String> abouts(List<Finding> found, Kind kind) {
        return found.stream()
                .filter(one -> one.kind() == kind)
                .map(Finding::about)
                .toList();
    }
}
