package org.lotse.rules.read;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lotse.engine.action.OpeningHours;
import org.lotse.rules.finding.FindingCode;

/** Reads {@code Mon-Fri 8-20 | Sat 9-18:30}, with English or German names of days. */
final class OpeningHoursReader {
    private static final Pattern SPAN = Pattern.compile(
            "(\\p{L}{2,10})(?:\\s*[-\u2013]\\s*(\\p{L}{2,10}))?\\s+(\\d{1,2})(?::(\\d{2}))?\\s*[-\u2013]\\s*(\\d{1,2})(?::(\\d{2}))?");
    private static final Map<String, DayOfWeek> DAYS = Map.ofEntries(
            Map.entry("mo", DayOfWeek.MONDAY),
            Map.entry("tu", DayOfWeek.TUESDAY),
            Map.entry("di", DayOfWeek.TUESDAY),
            Map.entry("we", DayOfWeek.WEDNESDAY),
            Map.entry("mi", DayOfWeek.WEDNESDAY),
            Map.entry("th", DayOfWeek.THURSDAY),
            Map.entry("do", DayOfWeek.THURSDAY),
            Map.entry("fr", DayOfWeek.FRIDAY),
            Map.entry("sa", DayOfWeek.SATURDAY),
            Map.entry("su", DayOfWeek.SUNDAY),
            Map.entry("so", DayOfWeek.SUNDAY));

    private OpeningHoursReader() {}

    static OpeningHours read(List<String> parts) throws NotReadable {
        List<OpeningHours.Span> spans = new ArrayList<>();
        for (String part : parts) {
            spans.add(span(part));
        }
        return new OpeningHours(spans);
    }

    private static OpeningHours.Span span(String text) throws NotReadable {
        Matcher matcher = SPAN.matcher(text);
        if (!matcher.matches()) {
            throw new NotReadable(FindingCode.NOT_UNDERSTOOD, "hours", text);
        }
        DayOfWeek first = day(matcher.group(1));
        DayOfWeek last = matcher.group(2) == null ? first : day(matcher.group(2));
        Set<DayOfWeek> days = EnumSet.of(first);
        for (DayOfWeek day = first; day != last; day = day.plus(1)) {
            days.add(day.plus(1));
        }
        LocalTime from = time(text, matcher.group(3), matcher.group(4));
        LocalTime to = time(text, matcher.group(5), matcher.group(6));
        if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
            throw new NotReadable(FindingCode.NOT_UNDERSTOOD, "hours", text);
        }
        return new OpeningHours.Span(days, from, to);
    }

    private static DayOfWeek day(String name) throws NotReadable {
        DayOfWeek day = DAYS.get(name.substring(0, 2).toLowerCase(Locale.ROOT));
        if (day == null) {
            throw new NotReadable(FindingCode.NOT_UNDERSTOOD, "hours", name);
        }
        return day;
    }

    private static LocalTime time(String text, String hour, @org.jspecify.annotations.Nullable String minute)
            throws NotReadable {
        int hours = Integer.parseInt(hour);
        int minutes = minute == null ? 0 : Integer.parseInt(minute);
        if (hours > 24 || minutes > 59 || hours == 24 && minutes > 0) {
            throw new NotReadable(FindingCode.NOT_UNDERSTOOD, "hours", text);
        }
        return LocalTime.of(hours % 24, minutes);
    }
}
