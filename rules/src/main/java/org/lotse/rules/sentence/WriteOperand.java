package org.lotse.rules.sentence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.lotse.engine.calculation.Calculation;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.TermType;
import org.lotse.engine.term.Title;
import org.lotse.engine.term.Value;
import org.lotse.rules.model.Operand;
import org.lotse.rules.sentence.Words.Named;

/** Words terms, values with their units and calculations so that they are read back as the same. */
final class WriteOperand {
    private final Words words;

    WriteOperand(Words words) {
        this.words = words;
    }

    /** The term by its title with its article, or by its key in brackets where the title would not be clear. */
    String term(TermPath path) {
        Term term = declared(path);
        String title = term.title().in(words.language());
        Set<Named> meant = words.own().exactly(title);
        if (path.scope().isPresent() || meant.size() != 1 || !isPlain(title)) {
            return "[" + path + "]";
        }
        if (!words.isGerman()) {
            return "the " + uncapitalised(title);
        }
        boolean inflected = title.matches("\\p{L}+(e|er|es) .*");
        return inflected
                ? title
                : term.title().articleDe().map(article -> article + " ").orElse("") + title;
    }

    /** An operand for a term. */
    String operand(Term term, Operand operand) {
        return switch (operand) {
            case Operand.Fixed(Value value) -> value(term, value);
            case Operand.OfTerm(TermPath path) -> term(path);
            case Operand.Calculated(Calculation calculation) -> "calc " + calculation(calculation);
        };
    }

    /** Points: a number or a calculation. */
    String points(Operand operand) {
        return switch (operand) {
            case Operand.Fixed(Value.Num(double number)) -> Numbers.write(number, words.language());
            case Operand.Calculated(Calculation calculation) -> "calc " + calculation(calculation);
            case Operand.OfTerm(TermPath path) -> "calc [" + path + "]";
            case Operand.Fixed fixed ->
                throw new IllegalArgumentException("Points are a number, not " + fixed.value() + ".");
        };
    }

    /** The declared term at a path. */
    Term declared(TermPath path) {
        return words.vocabulary()
                .term(words.subject(), path)
                .orElseThrow(() -> new IllegalArgumentException("The term " + path + " of " + words.subject()
                        + " is not in the vocabulary. Maybe write the rule with the vocabulary it was made with."));
    }

    /** A quotation in the language's own marks, or in others where the text contains them. */
    String quoted(String text) {
        if (words.isGerman() && !text.matches(".*[“”\"].*")) {
            return "„" + text + "“";
        }
        return text.contains("\"") ? "»" + text + "«" : "\"" + text + "\"";
    }

    /** A number of days. */
    String days(Operand operand) {
        return operand instanceof Operand.Fixed(Value.Num(double days))
                ? Numbers.write(days, words.language()) + (words.isGerman() ? " Tagen" : " days")
                : "";
    }

    private String value(Term term, Value value) {
        return switch (value) {
            case Value.Num(double number) -> Numbers.write(number, words.language()) + unit(term.type());
            case Value.Text(String text) -> quoted(text);
            case Value.Choice(String key) -> quoted(choice(term, key));
            case Value.YesNo(boolean yes) -> {
                Phrases phrases = Phrases.in(words.language());
                yield (yes ? phrases.yes() : phrases.no()).getFirst();
            }
            case Value.Date(var day) -> day.toString();
        };
    }

    private String unit(TermType type) {
        return switch (type) {
            case MONEY -> " EUR";
            case PERCENT -> " %";
            case DURATION -> words.isGerman() ? " Tagen" : " days";
            case NUMBER, PROBABILITY, COUNT, DATE, TEXT, CHOICE, YES_NO -> "";
        };
    }

    private String choice(Term term, String key) {
        Title title = Objects.requireNonNullElse(term.values().get(key), Title.of(key, key));
        String named = title.in(words.language());
        return words.valuesOf(term).exactly(named).equals(Set.of(key)) ? named : key;
    }

    private static String calculation(Calculation calculation) {
        return switch (calculation) {
            case Calculation.Constant(double number) ->
                BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
            case Calculation.Of(TermPath path) -> "[" + path + "]";
            case Calculation.Binary(var sign, Calculation left, Calculation right) ->
                "(" + calculation(left) + " " + sign(sign) + " " + calculation(right) + ")";
            case Calculation.Call(var name, List<Calculation> parts) ->
                name.name().toLowerCase(Locale.ROOT)
                        + parts.stream().map(WriteOperand::calculation).collect(Collectors.joining(", ", "(", ")"));
        };
    }

    private static String sign(Calculation.Sign sign) {
        return switch (sign) {
            case PLUS -> "+";
            case MINUS -> "-";
            case TIMES -> "*";
            case DIVIDED_BY -> "/";
        };
    }

    private static boolean isPlain(String title) {
        return Token.of(title).stream()
                .allMatch(token -> token.kind() == Token.Kind.END
                        || token.kind() == Token.Kind.WORD
                        || token.kind() == Token.Kind.NUMBER);
    }

    private static String uncapitalised(String title) {
        boolean word = title.length() > 1 && Character.isLowerCase(title.charAt(1));
        return word ? title.substring(0, 1).toLowerCase(Language.EN.locale()) + title.substring(1) : title;
    }
}
