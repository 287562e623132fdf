package org.lotse.rules.read;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermType;
import org.lotse.engine.term.Title;
import org.lotse.engine.term.Value;
import org.lotse.rules.finding.FindingCode;

/**
 * Reads values of terms as a file of one language writes them: decimal comma and {@code 24.12.2026} in German, decimal
 * point and {@code 2026-12-24} in English. Immutable.
 */
public final class ValueReader {
    private static final Pattern ENGLISH = Pattern.compile("[+-]?(\\d{1,15}|\\d{1,3}(,\\d{3}){1,4})(\\.\\d{1,15})?");
    private static final Pattern GERMAN = Pattern.compile("[+-]?(\\d{1,15}|\\d{1,3}(\\.\\d{3}){1,4})(,\\d{1,15})?");
    private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern GERMAN_DAY = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
    private static final Pattern UNIT =
            Pattern.compile("(.*?)\\s*(EUR|€|%|d|days?|tage?n?|h|hours?|stunden?|w|weeks?|wochen?)");
    private static final Set<String> YES = Set.of("yes", "ja", "true", "wahr");
    private static final Set<String> NO = Set.of("no", "nein", "false", "falsch");
    private final Language language;

    public ValueReader(Language language) {
        this.language = language;
    }

    /**
     * A cell as a value of a term.
     *
     * @throws NotReadable when it is not of the term's type, not one of its values or out of its range
     */
    public Value read(Term term, Cell cell) throws NotReadable {
        Value value = switch (cell) {
            case Cell.Number(double number) when term.type().isNumeric() -> number(number, cell);
            case Cell.Number ignored when term.type() == TermType.TEXT -> Value.text(cell.text());
            case Cell.Day(LocalDate day) when term.type() == TermType.DATE -> Value.of(day);
            case Cell.Flag(boolean yes) when term.type() == TermType.YES_NO -> Value.of(yes);
            case Cell.Text(String text) -> text(term, text);
            default -> throw wrongType(term, cell.text());
        };
        return inRange(term, value, cell.text());
    }

    /** A text as a value of a term; see {@link #read(Term, Cell)}. */
    public Value read(Term term, String text) throws NotReadable {
        return read(term, Cell.ofText(text));
    }

    /** A plain number in the file's notation. */
    public double number(String text) throws NotReadable {
        Pattern form = language == Language.DE ? GERMAN : ENGLISH;
        if (!form.matcher(text).matches()) {
            throw new NotReadable(FindingCode.WRONG_TYPE, "number", text, language == Language.DE ? "0,5" : "0.5");
        }
        String plain = language == Language.DE ? text.replace(".", "").replace(',', '.') : text.replace(",", "");
        return Double.parseDouble(plain);
    }

    /** A calendar day in the file's notation; the ISO form always works. */
    public LocalDate day(Cell cell) throws NotReadable {
        if (cell instanceof Cell.Day(LocalDate day)) {
            return day;
        }
        String text = cell.text();
        Matcher iso = ISO_DAY.matcher(text);
        Matcher german = GERMAN_DAY.matcher(text);
        try {
            if (iso.matches()) {
                return LocalDate.of(part(iso, 1), part(iso, 2), part(iso, 3));
            }
            if (language == Language.DE && german.matches()) {
                return LocalDate.of(part(german, 3), part(german, 2), part(german, 1));
            }
        } catch (DateTimeException impossible) {
            throw new NotReadable(FindingCode.WRONG_TYPE, "day", text, example());
        }
        throw new NotReadable(FindingCode.WRONG_TYPE, "day", text, example());
    }

    /** Yes or no in either language. */
    public Optional<Boolean> yesNo(Cell cell) {
        if (cell instanceof Cell.Flag(boolean yes)) {
            return Optional.of(yes);
        }
        String folded = Names.folded(cell.text());
        return YES.contains(folded) ? Optional.of(true) : NO.contains(folded) ? Optional.of(false) : Optional.empty();
    }

    private String example() {
        return language == Language.DE ? "24.12.2026" : "2026-12-24";
    }

    private Value text(Term term, String text) throws NotReadable {
        return switch (term.type()) {
            case TEXT -> Value.text(text);
            case DATE -> Value.of(day(Cell.ofText(text)));
            case YES_NO -> Value.of(yesNo(Cell.ofText(text)).orElseThrow(() -> wrongType(term, text)));
            case CHOICE -> choice(term, text);
            case NUMBER, MONEY, PROBABILITY, PERCENT, COUNT, DURATION -> Value.of(numberWithUnit(term.type(), text));
        };
    }

    private double numberWithUnit(TermType type, String text) throws NotReadable {
        Matcher matcher = UNIT.matcher(text);
        if (!matcher.matches()) {
            return number(text);
        }
        double number = number(matcher.group(1));
        String unit = matcher.group(2).toLowerCase(Locale.ROOT);
        char first = unit.charAt(0);
        if (unit.equals("eur") || unit.equals("€")) {
            return only(type == TermType.MONEY, number, text);
        }
        if (unit.equals("%")) {
            double share = type == TermType.PROBABILITY ? number / 100 : number;
            return only(type == TermType.PROBABILITY || type == TermType.PERCENT, share, text);
        }
        double days = first == 'h' || first == 's' ? number / 24 : first == 'w' ? number * 7 : number;
        return only(type == TermType.DURATION, days, text);
    }

    private double only(boolean fits, double number, String text) throws NotReadable {
        if (!fits) {
            throw new NotReadable(FindingCode.WRONG_TYPE, "number", text, language == Language.DE ? "0,5" : "0.5");
        }
        return number;
    }

    private Value choice(Term term, String text) throws NotReadable {
        String wanted = Names.folded(text);
        List<String> titles = new ArrayList<>();
        for (Map.Entry<String, Title> entry : term.values().entrySet()) {
            List<String> known = new ArrayList<>(List.of(entry.getKey()));
            for (Language each : Language.values()) {
                known.addAll(entry.getValue().namesIn(each));
            }
            if (known.stream().anyMatch(name -> Names.folded(name).equals(wanted))) {
                return Value.choice(entry.getKey());
            }
            titles.add(entry.getValue().in(language));
        }
        throw new NotReadable(
                FindingCode.UNKNOWN_VALUE,
                "",
                text,
                term.title().en(),
                term.title().de(),
                Names.nearest(text, titles).orElse(titles.isEmpty() ? "-" : String.join(" | ", titles)));
    }

    private static Value number(double number, Cell cell) throws NotReadable {
        if (!Double.isFinite(number)) {
            throw new NotReadable(FindingCode.WRONG_TYPE, "number", cell.text(), "0.5");
        }
        return Value.of(number);
    }

    private static Value inRange(Term term, Value value, String text) throws NotReadable {
        if (!(value instanceof Value.Num(double number))) {
            return value;
        }
        double lowest = term.range().map(Term.Range::lowest).orElse(naturalLowest(term.type()));
        double highest = term.range().map(Term.Range::highest).orElse(naturalHighest(term.type()));
        if (number < lowest || number > highest) {
            throw new NotReadable(
                    FindingCode.OUT_OF_RANGE,
                    "",
                    text,
                    term.title().en(),
                    term.title().de(),
                    Double.isFinite(lowest) ? Value.of(lowest) : "-",
                    Double.isFinite(highest) ? Value.of(highest) : "-");
        }
        return value;
    }

    /** The lowest number a type can have without a declared range. */
    public static double naturalLowest(TermType type) {
        return switch (type) {
            case PROBABILITY, PERCENT, COUNT, DURATION -> 0;
            default -> Double.NEGATIVE_INFINITY;
        };
    }

    /** The highest number a type can have without a declared range. */
    public static double naturalHighest(TermType type) {
        return switch (type) {
            case PROBABILITY -> 1;
            case PERCENT -> 100;
            default -> Double.POSITIVE_INFINITY;
        };
    }

    private static NotReadable wrongType(Term term, String text) {
        return new NotReadable(
                FindingCode.WRONG_TYPE,
                term.type() == TermType.YES_NO ? "yes-no" : "",
                text,
                term.title().en(),
                term.title().de(),
                term.type());
    }

    private static int part(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
