package org.lotse.rules.read;

import java.time.LocalDate;
import java.util.Optional;
import org.lotse.engine.term.Language;
import org.lotse.rules.finding.FindingCode;

/** Reads first and last days of rows in plain lists. */
final class Days {
    private Days() {}

    /** The day in a cell; empty when nothing is there or it is no day, which is reported. */
    static Optional<LocalDate> read(Listing.Entry entry, String heading) {
        return entry.cell(heading).isBlank()
                ? Optional.empty()
                : entry.reading(heading, () -> new ValueReader(Language.DE).day(entry.cell(heading)));
    }

    /** Whether the last day is not before the first; if it is, that is reported at the last. */
    static boolean ordered(Listing.Entry entry, String heading, Optional<LocalDate> from, Optional<LocalDate> until) {
        boolean ordered = from.isEmpty() || until.isEmpty() || !until.get().isBefore(from.get());
        if (!ordered) {
            entry.error(heading, FindingCode.BAD_DATE_RANGE, "", from.orElseThrow(), until.orElseThrow());
        }
        return ordered;
    }
}
