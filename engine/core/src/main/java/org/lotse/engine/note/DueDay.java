package org.lotse.engine.note;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a note says something is to be done: "in three months", "nächste Woche", "am 5. Mai", "05.05.2026". */
final class DueDay {
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("a", 1),
            Map.entry("an", 1),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("zwei", 2),
            Map.entry("drei", 3),
            Map.entry("vier", 4),
            Map.entry("fünf", 5),
            Map.entry("sechs", 6),
            Map.entry("zwölf", 12),
            Map.entry("twelve", 12));
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, String> GERMAN =
            Map.of("mär", "mar", "mrz", "mar", "mai", "may", "okt", "oct", "dez", "dec");
    private static final Pattern IN =
            any("\\bin (?:etwa |ca\\. |about )?(\\d+|\\p{L}+) (tag|woche|monat|jahr|day|week|month|year)\\p{L}*");
    private static final Pattern NEXT =
            any("\\b(?:nächste\\p{L}*|kommende\\p{L}*|next) (woche|monat|jahr|week|month|year)");
    private static final Pattern TOMORROW = any("\\b(übermorgen|morgen|tomorrow)\\b");
    private static final Pattern NAMED = any("\\b(\\d{1,2})\\.? ?(?:of )?(\\p{L}{3,9})\\.?(?: (\\d{4}))?");
    private static final Pattern NUMERIC = any(
            "\\b(?:am|bis|ab|vor|on|by|until|before|after) (?:the |zum )?(\\d{1,2})\\.(\\d{1,2})(?:\\.(\\d{4})?)?(?!\\d)");

    private DueDay() {}

    private static Pattern any(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    static Optional<LocalDate> in(String text, LocalDate today) {
        Matcher in = IN.matcher(text);
        if (in.find()) {
            int count = count(in.group(1).toLowerCase(Locale.ROOT));
            return count == 0 ? Optional.empty() : Optional.of(later(today, count, in.group(2)));
        }
        Matcher next = NEXT.matcher(text);
        if (next.find()) {
            return Optional.of(later(today, 1, next.group(1)));
        }
        Matcher tomorrow = TOMORROW.matcher(text);
        if (tomorrow.find()) {
            return Optional.of(
                    today.plusDays(tomorrow.group(1).toLowerCase(Locale.ROOT).startsWith("über") ? 2 : 1));
        }
        return named(text, today);
    }

    private static int count(String word) {
        if (word.startsWith("ein")) {
            return 1;
        }
        return word.matches("\\d{1,3}") ? Integer.parseInt(word) : NUMBERS.getOrDefault(word, 0);
    }

    private static LocalDate later(LocalDate today, int count, String unit) {
        return switch (unit.toLowerCase(Locale.ROOT).charAt(0)) {
            case 't', 'd' -> today.plusDays(count);
            case 'w' -> today.plusWeeks(count);
            case 'm' -> today.plusMonths(count);
            default -> today.plusYears(count);
        };
    }

    private static Optional<LocalDate> named(String text, LocalDate today) {
        Matcher numeric = NUMERIC.matcher(text);
        if (numeric.find()) {
            return day(numeric.group(3), Integer.parseInt(numeric.group(2)), Integer.parseInt(numeric.group(1)), today);
        }
        Matcher named = NAMED.matcher(text);
        while (named.find()) {
            String three = named.group(2).toLowerCase(Locale.ROOT).substring(0, 3);
            int month = MONTHS.indexOf(GERMAN.getOrDefault(three, three));
            if (month >= 0) {
                return day(named.group(3), month + 1, Integer.parseInt(named.group(1)), today);
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> day(
            @org.jspecify.annotations.Nullable String year, int month, int day, LocalDate today) {
        try {
            LocalDate named = LocalDate.of(year == null ? today.getYear() : Integer.parseInt(year), month, day);
            return Optional.of(year == null && named.isBefore(today) ? named.plusYears(1) : named);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
