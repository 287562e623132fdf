package org.lotse.rules.sentence;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lotse.engine.term.Language;

/** How numbers and days are written in a language: {@code 1,000.5} and {@code 1.000,5}, {@code 24.12.2026}. */
final class Numbers {
    private Numbers() {}

    /** The number, or empty when the digits are not grouped as the language does it. */
    static OptionalDouble read(String text, Language language) {
        char decimal = language == Language.DE ? ',' : '.';
        String group = language == Language.DE ? "\\." : ",";
        String form = "(\\d+|\\d{1,3}(" + group + "\\d{3})+)(" + (decimal == ',' ? "," : "\\.") + "\\d+)?";
        if (!text.matches(form)) {
            return OptionalDouble.empty();
        }
        double number = Double.parseDouble(text.replaceAll(group, "").replace(decimal, '.'));
        return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    /** The number without grouping, so that it is read back exactly. */
    static String write(double number, Language language) {
        String plain = BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        return language == Language.DE ? plain.replace('.', ',') : plain;
    }

    /** The day, or empty when there is no such day. */
    static Optional<LocalDate> day(String text) {
        try {
            if (text.contains("-")) {
                return Optional.of(LocalDate.parse(text));
            }
            String[] parts = text.split("\\.");
            return Optional.of(
                    LocalDate.of(Integer.parseInt(parts[2]), Integer.parseInt(parts[1]), Integer.parseInt(parts[0])));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
