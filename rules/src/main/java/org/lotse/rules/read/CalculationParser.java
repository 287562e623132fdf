package org.lotse.rules.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lotse.engine.calculation.Calculation;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.TermPath;
import org.lotse.rules.finding.FindingCode;

/**
 * Reads {@code min(50, [Lead score] * 5)}: numbers, terms in square brackets, {@code + - * / ( )}, {@code min},
 * {@code max}, {@code round} and nothing else. In German files numbers have a decimal comma and the parts of a function
 * are separated by {@code ;}. For use by one thread.
 */
public final class CalculationParser {
    private static final int LONGEST = 1_000;
    private static final int DEEPEST = 40;
    private static final Pattern ENGLISH_NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,15})?");
    private static final Pattern GERMAN_NUMBER = Pattern.compile("\\d{1,15}(,\\d{1,15})?");
    private final String text;
    private final TermNames names;
    private final Language language;
    private int at;
    private int depth;

    private CalculationParser(String text, TermNames names, Language language) {
        this.text = text;
        this.names = names;
        this.language = language;
    }

    /**
     * Reads a calculation, with or without the leading word {@code calc}.
     *
     * @param text what was written
     * @param names the terms it may read
     * @param language the notation of its numbers
     * @throws NotReadable naming where it stops being understood, or the unknown term
     */
    public static Calculation parse(String text, TermNames names, Language language) throws NotReadable {
        String body = isCalculation(text) ? text.strip().substring(4) : text;
        if (body.length() > LONGEST) {
            throw new NotReadable(FindingCode.TOO_LARGE, "calculation", body.length(), LONGEST);
        }
        CalculationParser parser = new CalculationParser(body, names, language);
        Calculation calculation = parser.sum();
        parser.skipSpace();
        if (parser.at < body.length()) {
            throw parser.notUnderstood();
        }
        return calculation;
    }

    /** Whether a cell says that it is a calculation. */
    public static boolean isCalculation(String text) {
        return text.strip().toLowerCase(Locale.ROOT).matches("calc[ (\\[].*");
    }

    private Calculation sum() throws NotReadable {
        if (++depth > DEEPEST) {
            throw new NotReadable(FindingCode.TOO_LARGE, "calculation-depth", DEEPEST);
        }
        Calculation left = product();
        while (true) {
            if (take('+')) {
                left = new Calculation.Binary(Calculation.Sign.PLUS, left, product());
            } else if (take('-')) {
                left = new Calculation.Binary(Calculation.Sign.MINUS, left, product());
            } else {
                depth--;
                return left;
            }
        }
    }

    private Calculation product() throws NotReadable {
        Calculation left = factor();
        while (true) {
            if (take('*')) {
                left = new Calculation.Binary(Calculation.Sign.TIMES, left, factor());
            } else if (take('/')) {
                left = new Calculation.Binary(Calculation.Sign.DIVIDED_BY, left, factor());
            } else {
                return left;
            }
        }
    }

    private Calculation factor() throws NotReadable {
        if (take('-')) {
            if (++depth > DEEPEST) {
                throw new NotReadable(FindingCode.TOO_LARGE, "calculation-depth", DEEPEST);
            }
            Calculation negative =
                    new Calculation.Binary(Calculation.Sign.MINUS, new Calculation.Constant(0), factor());
            depth--;
            return negative;
        }
        if (take('(')) {
            Calculation inner = sum();
            expect(')');
            return inner;
        }
        if (take('[')) {
            return term();
        }
        for (Calculation.Name name : Calculation.Name.values()) {
            if (takeWord(name.name())) {
                return call(name);
            }
        }
        return number();
    }

    private Calculation call(Calculation.Name name) throws NotReadable {
        expect('(');
        List<Calculation> parts = new ArrayList<>();
        do {
            parts.add(sum());
        } while (take(';') || take(','));
        expect(')');
        if (name == Calculation.Name.ROUND && parts.size() != 1) {
            throw new NotReadable(FindingCode.NOT_UNDERSTOOD, "round", parts.size());
        }
        return new Calculation.Call(name, parts);
    }

    private Calculation term() throws NotReadable {
        int end = text.indexOf(']', at);
        if (end < 0) {
            throw new NotReadable(FindingCode.NOT_UNDERSTOOD, "bracket", text);
        }
        String name = text.substring(at, end);
        TermPath path = names.find(name)
                .orElseThrow(() -> new NotReadable(
                        FindingCode.UNKNOWN_TERM, "", name, names.nearest(name).orElse("-")));
        at = end + 1;
        return new Calculation.Of(path);
    }

    private Calculation number() throws NotReadable {
        skipSpace();
        Pattern form = language == Language.DE ? GERMAN_NUMBER : ENGLISH_NUMBER;
        Matcher matcher = form.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw notUnderstood();
        }
        at = matcher.end();
        return new Calculation.Constant(Double.parseDouble(matcher.group().replace(',', '.')));
    }

    private boolean takeWord(String word) {
        skipSpace();
        boolean there = text.regionMatches(true, at, word, 0, word.length());
        int end = at + word.length();
        if (there && (end >= text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
            at = end;
            return true;
        }
        return false;
    }

    private boolean take(char sign) {
        skipSpace();
        if (at < text.length() && text.charAt(at) == sign) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char sign) throws NotReadable {
        if (!take(sign)) {
            throw notUnderstood();
        }
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private NotReadable notUnderstood() {
        String rest = at >= text.length() ? "" : text.substring(at);
        return rest.isBlank()
                ? new NotReadable(FindingCode.NOT_UNDERSTOOD, "calculation-end", text.strip())
                : new NotReadable(FindingCode.NOT_UNDERSTOOD, "calculation", rest.strip());
    }
}
