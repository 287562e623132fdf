package org.lotse.api.planning;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Routes as an iCalendar (RFC 5545): one event per visit, named by the visit's id. A visit that is planned otherwise keeps
 * its event and gets a higher sequence number.
 */
final class RouteCalendar {
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);
    private static final int LONGEST_LINE = 75;

    private RouteCalendar() {}

    /**
     * A day's route.
     *
     * @param revision how often its plan has been changed
     */
    record Day(DayRoute route, int revision) {}

    /** @param now when this is written down */
    static String write(List<Day> days, ZoneId zone, Instant now) {
        StringBuilder out = new StringBuilder();
        line(out, "BEGIN:VCALENDAR");
        line(out, "VERSION:2.0");
        line(out, "PRODID:-//Lotse//Route//EN");
        line(out, "CALSCALE:GREGORIAN");
        line(out, "METHOD:PUBLISH");
        line(out, "REFRESH-INTERVAL;VALUE=DURATION:PT15M");
        line(out, "X-PUBLISHED-TTL:PT15M");
        for (Day day : days) {
            for (DayRoute.Stop stop : day.route().stops()) {
                begin(out, stop.visit(), day, now);
                line(out, "DTSTART:" + at(stop.start(), zone));
                line(out, "DTEND:" + at(stop.start().plusMinutes(stop.serviceMinutes()), zone));
                line(out, "SUMMARY:" + escaped(stop.visit()));
                line(out, "GEO:" + stop.place().latitude() + ";" + stop.place().longitude());
                line(out, "STATUS:" + (stop.mandatory() ? "CONFIRMED" : "TENTATIVE"));
                line(out, "END:VEVENT");
            }
            for (int i = 0; i < day.route().reloads().size(); i++) {
                DayRoute.Reload reload = day.route().reloads().get(i);
                begin(out, "reload-" + (i + 1) + "-" + day.route().rep(), day, now);
                line(out, "DTSTART:" + at(reload.arrive(), zone));
                line(out, "DTEND:" + at(reload.leave(), zone));
                line(out, "SUMMARY:" + escaped(reload.name()));
                line(out, "STATUS:TENTATIVE");
                line(out, "END:VEVENT");
            }
        }
        line(out, "END:VCALENDAR");
        return out.toString();
    }

    private static void begin(StringBuilder out, String what, Day day, Instant now) {
        line(out, "BEGIN:VEVENT");
        line(out, "UID:" + escaped(what) + "-" + day.route().day() + "@lotse");
        line(out, "DTSTAMP:" + UTC.format(now.atOffset(ZoneOffset.UTC)));
        line(out, "SEQUENCE:" + day.revision());
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r", "")
                .replace("\n", "\\n");
    }

    /** Lines are at most 75 octets long; longer ones go on in the next after a blank. */
    private static void line(StringBuilder out, String text) {
        int length = 0;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            String written = Character.toString(character);
            int octets = written.getBytes(StandardCharsets.UTF_8).length;
            if (length + octets > LONGEST_LINE) {
                out.append("\r\n ");
                length = 1;
            }
            out.append(written);
            length += octets;
            at += Character.charCount(character);
        }
        out.append("\r\n");
    }

    private static String at(LocalDateTime local, ZoneId zone) {
        return local.atZone(zone).withZoneSameInstant(ZoneOffset.UTC).format(UTC);
    }
}
