package org.lotse.rules.read;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lotse.engine.trigger.Rhythm;
import org.lotse.rules.finding.FindingCode;

/** Reads how often something is due: {@code 15 minutes}, {@code day 06:00}, {@code Mon 09:00}, {@code 2 Wochen}. */
final class RhythmReader {
    private static final List<String> DAYS = List.of("mo", "tu", "we", "th", "fr", "sa", "su");
    private static final List<String> TAGE = List.of("mo", "di", "mi", "do", "fr", "sa", "so");
    private static final Pattern FORM = Pattern.compile("(?:(\\d{1,3})\\s*)?"
            + "(minutes?|minuten?|min|hours?|stunden?|h|days?|tage?|d|weeks?|wochen?|w|months?|monate?|mo|"
            + "mon|tue|wed|thu|fri|sat|sun|di|mi|do|fr|sa|so)"
            + "(?:\\s+(mon?|tue?|wed?|thu?|fri?|sat?|sun?|di|mi|do|so))?"
            + "(?:\\s+(?:at\\s+|um\\s+)?(\\d{1,2}):(\\d{2}))?");

    private RhythmReader() {}

    static Rhythm read(String text) throws NotReadable {
        Matcher matcher = FORM.matcher(Names.folded(text));
        if (!matcher.matches()) {
            throw notUnderstood(text);
        }
        int amount = matcher.group(1) == null ? 1 : Integer.parseInt(matcher.group(1));
        String unit = matcher.group(2);
        boolean hasTime = matcher.group(4) != null;
        // "mo" alone is a month, "mo 09:00" and "mon" a Monday.
        boolean isDay = isWeekday(unit) && (!unit.equals("mo") || hasTime);
        Rhythm.Unit counted = isDay ? Rhythm.Unit.WEEK : unit(unit);
        String day = isDay ? unit : matcher.group(3);
        if (amount < 1
                || hasTime && counted.compareTo(Rhythm.Unit.DAY) < 0
                || day != null && counted != Rhythm.Unit.WEEK) {
            throw notUnderstood(text);
        }
        return new Rhythm(
                amount,
                counted,
                hasTime ? time(matcher.group(4), matcher.group(5), text) : LocalTime.MIDNIGHT,
                day == null ? DayOfWeek.MONDAY : weekday(day));
    }

    private static boolean isWeekday(String word) {
        return word.length() <= 3
                && (DAYS.contains(word.substring(0, Math.min(2, word.length()))) || TAGE.contains(word));
    }

    private static DayOfWeek weekday(String word) {
        String start = word.substring(0, 2);
        int english = DAYS.indexOf(start);
        return DayOfWeek.of(1 + (english >= 0 ? english : TAGE.indexOf(start)));
    }

    private static Rhythm.Unit unit(String word) {
        return switch (word.charAt(0)) {
            case 'h', 's' -> Rhythm.Unit.HOUR;
            case 'd', 't' -> Rhythm.Unit.DAY;
            case 'w' -> Rhythm.Unit.WEEK;
            default -> word.startsWith("min") ? Rhythm.Unit.MINUTE : Rhythm.Unit.MONTH;
        };
    }

    private static LocalTime time(String hour, String minute, String text) throws NotReadable {
        try {
            return LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute));
        } catch (DateTimeException noTime) {
            throw notUnderstood(text);
        }
    }

    private static NotReadable notUnderstood(String text) {
        return new NotReadable(FindingCode.NOT_UNDERSTOOD, "rhythm", text);
    }
}
