package org.lotse.api.planning;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.planning.Flaw.Code;
import tools.jackson.databind.JsonNode;

/**
 * How a problem writes its times: local date-times of a zone, or decimal minutes from the start of its day. Answers are
 * written the same way.
 *
 * @param day minutes count from its start in {@code zone}; null when the problem has minutes only
 */
public record Times(ZoneId zone, @Nullable LocalDate day) {
    private static final DateTimeFormatter OUT = DateTimeFormatter.ISO_LOCAL_DATE_TIME;

    private Instant start() {
        LocalDate first = day == null ? LocalDate.EPOCH : day;
        return first.atStartOfDay(zone).toInstant();
    }

    /** A time field as minutes from the start of the day. */
    double minutes(Fields fields, String name) {
        JsonNode value = fields.any(name);
        if (value == null) {
            fields.flaw(name, Code.MISSING, "field", name);
            return 0;
        }
        if (value.isNumber()) {
            return value.doubleValue();
        }
        Instant at = instant(fields, name, value.isString() ? value.stringValue() : value.toString());
        return Duration.between(start(), at).toNanos() / 6e10;
    }

    /** A time as an instant; one that does not exist or is ambiguous is a flaw. */
    Instant instant(Fields fields, String name, String text) {
        try {
            if (text.endsWith("Z") || text.matches(".*T.*[+-]\\d\\d(:?\\d\\d)?")) {
                return OffsetDateTime.parse(text).toInstant();
            }
            LocalDateTime local = LocalDateTime.parse(text);
            List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
            if (offsets.size() != 1) {
                fields.flaw(
                        name,
                        offsets.isEmpty() ? Code.TIME_DOES_NOT_EXIST : Code.TIME_IS_AMBIGUOUS,
                        "value",
                        text,
                        "zone",
                        zone);
            }
            return local.atZone(zone).toInstant();
        } catch (DateTimeException e) {
            fields.flaw(name, Code.WRONG_TYPE, "value", text, "expected", "2026-11-23T08:00");
            return Instant.EPOCH;
        }
    }

    /** Minutes from the start of the day as an instant. */
    Instant at(double minutes) {
        return start().plusMillis(Math.round(minutes * 60_000));
    }

    /** A local date-time, with its offset where the hour is repeated. */
    String written(Instant at) {
        OffsetDateTime here = at.atZone(zone).toOffsetDateTime();
        boolean repeated =
                zone.getRules().getValidOffsets(here.toLocalDateTime()).size() > 1;
        return repeated ? here.toString() : here.toLocalDateTime().toString();
    }

    /** Minutes in the problem's own form: a number, or a local date-time to the millisecond. */
    Object written(double minutes) {
        if (day == null) {
            return minutes;
        }
        Instant at = at(minutes);
        OffsetDateTime here = at.atZone(zone).toOffsetDateTime();
        boolean repeated =
                zone.getRules().getValidOffsets(here.toLocalDateTime()).size() > 1;
        return repeated ? here.toString() : here.toLocalDateTime().format(OUT);
    }
}
