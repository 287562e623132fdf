package org.lotse.rules.finding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lotse.engine.term.Language;

/**
 * One thing found in a rule file.
 *
 * @param severity how much it matters
 * @param place where it stands
 * @param code what kind it is
 * @param message what was found, what was expected and perhaps what was meant, in English
 * @param messageDe the same in German
 * @param share part 0..1 of the known customers concerned, if known
 * @param details what was found, expected and perhaps meant, one by one
 */
public record Finding(
        Severity severity,
        Place place,
        FindingCode code,
        String message,
        String messageDe,
        Optional<Double> share,
        Details details) {
    @SuppressWarnings("ConstantValue") // Findings stored before there were details have none.
    public Finding {
        details = details == null ? Details.NONE : details;
    }

    /** A finding of which only the message is known. */
    public Finding(
            Severity severity,
            Place place,
            FindingCode code,
            String message,
            String messageDe,
            Optional<Double> share) {
        this(severity, place, code, message, messageDe, share, Details.NONE);
    }

    /**
     * The parts of a finding, for those who want to show them apart.
     *
     * @param found the words or value found, as written
     * @param expected what should stand there, in English
     * @param expectedDe the same in German
     * @param suggestion what may have been meant, as it would be written
     * @param examples the ids of some of the known customers concerned
     */
    public record Details(
            Optional<String> found,
            Optional<String> expected,
            Optional<String> expectedDe,
            Optional<String> suggestion,
            List<String> examples) {
        /** Nothing is known but the message. */
        public static final Details NONE =
                new Details(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

        public Details {
            examples = List.copyOf(examples);
        }

        /** What should stand there, in a language. */
        public Optional<String> expected(Language language) {
            return language == Language.DE ? expectedDe : expected;
        }
    }

    /** The message in a language. */
    public String in(Language language) {
        return language == Language.DE ? messageDe : message;
    }

    /** The same, weighted by the known customers it concerns. */
    public Finding concerning(double part, List<String> customers) {
        return new Finding(
                severity,
                place,
                code,
                message,
                messageDe,
                Optional.of(part),
                new Details(
                        details.found(), details.expected(), details.expectedDe(), details.suggestion(), customers));
    }

    /** As {@code ./lotse rules check} prints it: {@code file:cell: SEVERITY CODE message}. */
    @Override
    public String toString() {
        return line(Language.EN);
    }

    /** The same with the message in a language. */
    public String line(Language language) {
        return String.format(Locale.ROOT, "%s: %s %s %s", place.shown(), severity, code, in(language));
    }
}
