package org.lotse.engine.action;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

/**
 * When a channel may be used: {@code Mon-Fri 8-20 | Sat 9-18}. No spans at all means always.
 *
 * @param spans the spans of the week
 */
public record OpeningHours(List<Span> spans) {
    public static final OpeningHours ALWAYS = new OpeningHours(List.of());

    public OpeningHours {
        spans = List.copyOf(spans);
    }

    /**
     * A span of time on some days of the week.
     *
     * @param days which days
     * @param from first moment, included
     * @param to last moment, excluded; midnight means the end of the day
     */
    public record Span(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
        public Span {
            days = Set.copyOf(days);
        }

        boolean contains(ZonedDateTime time) {
            return days.contains(time.getDayOfWeek())
                    && !time.toLocalTime().isBefore(from)
                    && (to.equals(LocalTime.MIDNIGHT) || time.toLocalTime().isBefore(to));
        }
    }

    /** Whether the channel may be used at this moment, on the clock of the given zone. */
    public boolean areOpenAt(Instant at, ZoneId zone) {
        return spans.isEmpty() || spans.stream().anyMatch(span -> span.contains(at.atZone(zone)));
    }
}
