package org.lotse.engine.action;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

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

        boolean contains(DayOfWeek day, LocalTime time) {
            return days.contains(day) && !time.isBefore(from) && (to.equals(LocalTime.MIDNIGHT) || time.isBefore(to));
        }
    }

    /** Whether the channel may be used at this moment, on the clock of the given zone. */
    public boolean areOpenAt(Instant at, ZoneId zone) {
        if (spans.isEmpty()) {
            return true;
        }
        ZonedDateTime time = at.atZone(zone);
        return areOpenAt(time.getDayOfWeek(), time.toLocalTime());
    }

    /** Whether the channel may be used on such a day at this time of the clock. */
    public boolean areOpenAt(DayOfWeek day, LocalTime time) {
        for (int span = 0; span < spans.size(); span++) {
            if (spans.get(span).contains(day, time)) {
                return true;
            }
        }
        return spans.isEmpty();
    }

    /** The first moment from {@code at} on at which the channel may be used; empty when it never opens. */
    public Optional<Instant> opensAt(Instant at, ZoneId zone) {
        if (areOpenAt(at, zone)) {
            return Optional.of(at);
        }
        ZonedDateTime now = at.atZone(zone);
        return IntStream.rangeClosed(0, 7)
                .mapToObj(now::plusDays)
                .flatMap(day -> spans.stream()
                        .filter(span -> span.days().contains(day.getDayOfWeek()))
                        .map(span -> day.toLocalDate().atTime(span.from()).atZone(zone)))
                .filter(opening -> opening.isAfter(now))
                .min(ZonedDateTime::compareTo)
                .map(ZonedDateTime::toInstant);
    }
}
