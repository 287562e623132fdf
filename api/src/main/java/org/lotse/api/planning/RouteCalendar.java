package org.lotse.api.planning;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A route as an iCalendar (RFC 5545): one event per visit, named by the visit's id. */
final class RouteCalendar {
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);

    private RouteCalendar() {}

    static String write(DayRoute route, ZoneId zone) {
        StringBuilder out = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Lotse//Route//EN\r\n");
        for (DayRoute.Stop stop : route.stops()) {
            out.append("BEGIN:VEVENT\r\nUID:")
                    .append(stop.visit())
                    .append('-')
                    .append(route.day())
                    .append("@lotse\r\nDTSTAMP:")
                    .append(at(stop.start(), zone))
                    .append("\r\nDTSTART:")
                    .append(at(stop.start(), zone))
                    .append("\r\nDTEND:")
                    .append(at(stop.start().plusMinutes(stop.serviceMinutes()), zone))
                    .append("\r\nSUMMARY:")
                    .append(stop.visit())
                    .append("\r\nGEO:")
                    .append(stop.place().latitude())
                    .append(';')
                    .append(stop.place().longitude())
                    .append("\r\nEND:VEVENT\r\n");
        }
        return out.append("END:VCALENDAR\r\n").toString();
    }

    private static String at(LocalDateTime local, ZoneId zone) {
        return local.atZone(zone).withZoneSameInstant(ZoneOffset.UTC).format(UTC);
    }
}
