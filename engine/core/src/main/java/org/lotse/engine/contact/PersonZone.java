package org.lotse.engine.contact;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Value;

/** Where a person's days begin: the term {@code time-zone} if it is known and names a zone, else the company's zone. */
public final class PersonZone {
    /** The term that holds a person's time zone by its name: {@code Europe/Lisbon}. */
    public static final TermKey TERM = new TermKey("time-zone");

    private PersonZone() {}

    /**
     * The person's time zone.
     *
     * @param terms the person's
     * @param company the zone of whoever's is not known
     */
    public static ZoneId of(Terms terms, ZoneId company) {
        return terms.value(TERM)
                .filter(Value.Text.class::isInstance)
                .map(value -> zone(value.toString(), company))
                .orElse(company);
    }

    private static ZoneId zone(String name, ZoneId company) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return company;
        }
    }
}
