package org.lotse.rules.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lotse.engine.action.Direction;
import org.lotse.engine.term.Language;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Place;
import org.lotse.rules.read.Names;
import org.lotse.rules.read.NotReadable;

/** The sentences a scenario may be made of, in English and German. They are all there are: no other code is called. */
final class Forms {
    /**
     * A sentence.
     *
     * @param pattern how it is recognised
     * @param example how it is written, for proposals
     * @param reader what it means
     */
    private record Form(Pattern pattern, String example, Reader reader) {}

    /** Makes steps of the parts of a sentence. */
    @FunctionalInterface
    private interface Reader {
        List<Step> read(Matcher said, Place place, Speaking scene) throws NotReadable;
    }

    /** The order matters: of several forms that fit, the first one counts. */
    private static final List<Form> ALL = List.of(
            form(
                    "today is (\\S+)|heute ist(?: der)? (\\S+)",
                    List.of("today is 2026-12-24", "heute ist der 24.12.2026"),
                    (said, place, scene) -> List.of(new Step.Today(place, scene.day(part(said))))),
            form(
                    "the (?:\\S+) has objected to marketing|(?:der|die|das) (?:\\S+) hat der Werbung widersprochen"
                            + "|der Kunde der Werbung widerspricht",
                    List.of("the customer has objected to marketing", "der Kunde hat der Werbung widersprochen"),
                    (said, place, scene) -> List.of(new Step.Objected(place))),
            form(
                    "the (\\S+) has (.+)|(?:der|die|das) (\\S+) hat (.+)",
                    List.of("the customer has Contract monthly", "der Kunde hat Vertrag monatlich"),
                    (said, place, scene) -> scene.given(place, part(said, 2))),
            form(
                    "the (\\S+) \"([^\"]+)\" with (.+)|(?:der|die|das) (\\S+) \"([^\"]+)\" mit (.+)",
                    List.of("the jurist \"Ada\" with Open cases 3", "der Jurist \"Ada\" mit Offene Fälle 3"),
                    (said, place, scene) -> scene.about(place, part(said, 1), part(said, 2), part(said, 3))),
            form(
                    "an? (\\S+) with (.+)|eine? (\\S+) mit (.+)",
                    List.of("a customer with Lead score 0.4", "ein Kunde mit Lead-Score 0,4"),
                    (said, place, scene) -> scene.about(place, part(said, 1), "", part(said, 2))),
            form(
                    "the customer calls with (.+)|der Kunde anruft mit (.+)",
                    List.of(
                            "the customer calls with Reason for the call cancel",
                            "der Kunde anruft mit Anrufgrund Kündigung"),
                    (said, place, scene) -> {
                        List<Step> steps = new ArrayList<>(scene.given(place, part(said)));
                        steps.add(
                                scene.decide(place, "next best action", Optional.of("CALL_CENTRE"), Direction.INBOUND));
                        return steps;
                    }),
            form(
                    "the (.+) over (.+) is decided|über (.+) das (Nächstbeste) entschieden wird",
                    List.of(
                            "the next best action over E-mail is decided",
                            "über E-Mail das Nächstbeste entschieden wird"),
                    (said, place, scene) -> {
                        boolean english = said.group(1) != null;
                        return List.of(scene.decide(
                                place,
                                part(said, english ? 1 : 2),
                                Optional.of(part(said, english ? 2 : 1)),
                                Direction.OUTBOUND));
                    }),
            form(
                    "the (.+) is decided|(?:der|die|das) (.+) entschieden wird",
                    List.of("the channel is decided", "der Kanal entschieden wird"),
                    (said, place, scene) ->
                            List.of(scene.decide(place, part(said), Optional.empty(), Direction.INBOUND))),
            form(
                    "the reason names the row \"(.+)\"|der Grund nennt die Zeile \"(.+)\""
                            + "|nennt der Grund die Zeile \"(.+)\"",
                    List.of(
                            "the reason names the row \"newsletter only\"",
                            "der Grund nennt die Zeile \"newsletter only\""),
                    (said, place, scene) -> List.of(new Step.RowDecides(place, part(said)))),
            form(
                    "nothing is offered(?:, with a reason)?|nichts wird angeboten|wird nichts angeboten",
                    List.of("nothing is offered", "wird nichts angeboten"),
                    (said, place, scene) -> List.of(new Step.Nothing(place))),
            form(
                    "the first recommendation is one of \"([^\"]+)\"|the first recommendation is \"([^\"]+)\""
                            + "|ist die erste Empfehlung eine von \"([^\"]+)\"|ist die erste Empfehlung \"([^\"]+)\"",
                    List.of(
                            "the first recommendation is \"Care call\"",
                            "ist die erste Empfehlung \"Betreuungsanruf\""),
                    (said, place, scene) -> List.of(new Step.First(place, scene.candidates(part(said))))),
            form(
                    "\"([^\"]+)\" is not offered|wird \"([^\"]+)\" nicht (?:angeboten|zugeordnet)",
                    List.of("\"Care call\" is not offered", "wird \"Betreuungsanruf\" nicht angeboten"),
                    (said, place, scene) -> List.of(new Step.Offered(place, scene.candidate(part(said)), false))),
            form(
                    "\"([^\"]+)\" is offered|wird \"([^\"]+)\" (?:angeboten|zugeordnet)",
                    List.of("\"Care call\" is offered", "wird \"Betreuungsanruf\" angeboten"),
                    (said, place, scene) -> List.of(new Step.Offered(place, scene.candidate(part(said)), true))),
            form(
                    "the (.+) is at most \"?([^\"]+)\"?|(?:der|die|das) (.+) ist höchstens \"?([^\"]+)\"?"
                            + "|ist (?:der|die|das) (.+) höchstens \"?([^\"]+)\"?",
                    List.of("the Voucher amount is at most 50", "ist der Gutscheinbetrag höchstens 50"),
                    (said, place, scene) -> List.of(scene.bound(place, part(said, 1), true, part(said, 2)))),
            form(
                    "the (.+) is at least \"?([^\"]+)\"?|(?:der|die|das) (.+) ist mindestens \"?([^\"]+)\"?"
                            + "|ist (?:der|die|das) (.+) mindestens \"?([^\"]+)\"?",
                    List.of("the Voucher amount is at least 10", "ist der Gutscheinbetrag mindestens 10"),
                    (said, place, scene) -> List.of(scene.bound(place, part(said, 1), false, part(said, 2)))),
            form(
                    "the (.+) is missing|(?:der|die|das) (.+) fehlt|fehlt (?:der|die|das) (.+)",
                    List.of("the Channel is missing", "fehlt der Kanal"),
                    (said, place, scene) ->
                            List.of(new Step.OutputIs(place, scene.output(part(said)), Optional.empty()))),
            form(
                    "the (.+?) is \"([^\"]*)\"|ist (?:der|die|das) (.+?) \"([^\"]*)\"",
                    List.of("the Channel is \"E-mail\"", "ist der Kanal \"E-Mail\""),
                    (said, place, scene) -> List.of(scene.equal(place, part(said, 1), part(said, 2)))));

    private Forms() {}

    /** What a sentence means; unknown ones are refused with the nearest known one. */
    static List<Step> read(String text, Place place, Speaking scene) throws NotReadable {
        for (Form form : ALL) {
            Matcher said = form.pattern().matcher(text.strip());
            if (said.matches()) {
                return form.reader().read(said, place, scene);
            }
        }
        throw new NotReadable(FindingCode.NOT_UNDERSTOOD, "example-step", text, nearest(text, scene.language()));
    }

    /** All sentences as they are written. */
    static List<String> examples() {
        return ALL.stream()
                .flatMap(form -> Stream.of(form.example().split("\n", -1)))
                .toList();
    }

    private static String nearest(String text, Language language) {
        int index = language == Language.DE ? 1 : 0;
        List<String> known =
                ALL.stream().map(form -> form.example().split("\n", -1)[index]).toList();
        return Names.nearest(text, known)
                .orElseGet(() -> known.stream()
                        .max(java.util.Comparator.comparingLong(each -> shared(text, each)))
                        .orElseThrow());
    }

    /** How many words two sentences have in common. */
    private static long shared(String text, String known) {
        List<String> words = List.of(Names.folded(text).split(" ", -1));
        return Stream.of(Names.folded(known).split(" ", -1))
                .filter(words::contains)
                .count();
    }

    private static Form form(String pattern, List<String> examples, Reader reader) {
        return new Form(
                Pattern.compile("(?:" + pattern + ")", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                String.join("\n", examples),
                reader);
    }

    private static String part(Matcher said) {
        return part(said, 1);
    }

    /** The nth part of whichever language matched. */
    private static String part(Matcher said, int number) {
        int left = number;
        for (int group = 1; group <= said.groupCount(); group++) {
            String text = said.group(group);
            if (text != null && --left == 0) {
                return text.strip();
            }
        }
        throw new IllegalStateException("The sentence \"" + said.group() + "\" has no part " + number + ".");
    }
}
