package org.lotse.api.decision;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermType;
import org.lotse.engine.term.Title;
import org.lotse.engine.term.Value;

/** Writes values as people read them: with unit, in their language. For use by one thread. */
final class FormatValue {
    private final Language language;
    private final Currency currency;
    private final ZoneId zone;
    private @Nullable NumberFormat numbers;

    FormatValue(Language language, Currency currency, ZoneId zone) {
        this.language = language;
        this.currency = currency;
        this.zone = zone;
    }

    /** A value of a term, with the term's unit. */
    String of(Term term, Value value) {
        return switch (value) {
            case Value.Num(double number) -> number(term.type(), number);
            case Value.YesNo(boolean yes) -> yesNo(yes);
            case Value.Choice(String key) -> {
                Title title = term.values().get(key);
                yield title == null ? key : title.in(language);
            }
            case Value.Text(String text) -> text;
            case Value.Date(LocalDate day) ->
                day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(language.locale()));
        };
    }

    /** A figure of a type, with its unit. */
    String of(TermType type, double number) {
        return number(type, number);
    }

    /** A value with as many decimals as it needs to stand on one side of a border. */
    String exact(Term term, Value value) {
        if (!(value instanceof Value.Num(double number))) {
            return of(term, value);
        }
        return switch (term.type()) {
            case PROBABILITY -> chance(number);
            case PERCENT -> decimals(0, 2).format(number) + " %";
            case DURATION -> decimals(0, 2).format(number) + (language == Language.DE ? " Tage" : " days");
            default -> number(term.type(), number);
        };
    }

    /** A probability in percent, to the hundredth. */
    String chance(double probability) {
        return decimals(0, 2).format(probability * 100) + " %";
    }

    /** A share in whole percent, upwards: what is lost by a hair is not lost by nothing. */
    String percent(double share) {
        return decimals(0, 0).format(Math.ceil(share * 100 - 1e-9)) + " %";
    }

    /** By how much a signal moves a figure, with its sign: percentage points for probabilities. */
    String difference(TermType type, double share) {
        String sign = share < 0 ? "−" : "+";
        double size = Math.abs(share);
        return type == TermType.PROBABILITY
                ? sign
                        + decimals(0, size < 0.1 ? 1 : 0).format(size * 100)
                        + (language == Language.DE ? " Punkte" : " points")
                : sign + number(type, size);
    }

    String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(language.locale()));
    }

    String money(double amount) {
        return decimals(2, 2).format(amount) + " " + currency.getCurrencyCode();
    }

    /** A plain number, at most two decimals. */
    String number(double number) {
        return decimals(0, 2).format(number);
    }

    String probability(double probability) {
        double percent = probability * 100;
        return decimals(0, percent != 0 && Math.abs(percent) < 10 ? 1 : 0).format(percent) + " %";
    }

    String time(Instant time) {
        return time.atZone(zone)
                .format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(language.locale()));
    }

    private String number(TermType type, double number) {
        return switch (type) {
            case MONEY -> money(number);
            case PROBABILITY -> probability(number);
            case PERCENT -> decimals(0, 1).format(number) + " %";
            case DURATION -> decimals(0, 1).format(number) + (language == Language.DE ? " Tage" : " days");
            case COUNT -> decimals(0, 0).format(number);
            case NUMBER, DATE, TEXT, CHOICE, YES_NO -> decimals(0, 2).format(number);
        };
    }

    private String yesNo(boolean yes) {
        if (language == Language.DE) {
            return yes ? "ja" : "nein";
        }
        return yes ? "yes" : "no";
    }

    private NumberFormat decimals(int least, int most) {
        NumberFormat format = numbers;
        if (format == null) {
            format = NumberFormat.getNumberInstance(language.locale());
            numbers = format;
        }
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        return format;
    }
}
