package org.lotse.rules.finding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.Title;
import org.lotse.engine.term.Value;

/** Values as the files of one language write them, for findings. */
public final class ShowValue {
    private static final DateTimeFormatter GERMAN_DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT);
    private static final int DIGITS = 6;

    private ShowValue() {}

    /** The value of a term, or that it is missing. */
    public static String in(Term term, Optional<Value> value, Language language) {
        return value.map(known -> in(term, known, language)).orElse(language == Language.DE ? "fehlt" : "missing");
    }

    /** The value of a term. */
    public static String in(Term term, Value value, Language language) {
        boolean german = language == Language.DE;
        return switch (value) {
            case Value.Choice(String key) -> {
                Title title = term.values().get(key);
                yield title == null ? key : title.in(language);
            }
            case Value.YesNo(boolean yes) -> german ? (yes ? "ja" : "nein") : yes ? "yes" : "no";
            case Value.Num(double number) -> number(number, german);
            case Value.Date(var day) -> german ? GERMAN_DAY.format(day) : day.toString();
            case Value.Text(String text) -> text;
        };
    }

    private static String number(double number, boolean german) {
        String plain = BigDecimal.valueOf(number)
                .setScale(DIGITS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        return german ? plain.replace('.', ',') : plain;
    }
}
