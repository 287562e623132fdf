package org.lotse.rules.finding;

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
 */
public record Finding(
        Severity severity, Place place, FindingCode code, String message, String messageDe, Optional<Double> share) {
    /** The message in a language. */
    public String in(Language language) {
        return language == Language.DE ? messageDe : message;
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
