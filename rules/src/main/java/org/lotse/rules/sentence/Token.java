package org.lotse.rules.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word, number, quotation or sign of a sentence.
 *
 * @param kind what it is
 * @param text its text; of quotations and brackets the inside
 * @param start where it begins in the sentence
 * @param end where it ends, excluded
 */
record Token(Kind kind, String text, int start, int end) {
    private static final Pattern FORM = Pattern.compile("(?<=\\p{L})(?<possessive>['’]s)(?![\\p{L}\\p{N}])"
            + "|(?<date>\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\.\\d{1,2}\\.\\d{4})"
            + "|(?<number>\\d++(?:[.,]\\d++)*+)"
            + "|(?<word>[\\p{L}_](?:[\\p{L}\\p{M}\\p{N}_]|[-.](?=[\\p{L}\\p{N}]))*+)"
            + "|\"(?<plain>[^\"\\n]*+)\"|“(?<english>[^”“\\n]*+)[”“]|„(?<german>[^“”\"\\n]*+)[“”\"]"
            + "|»(?<inward>[^«\\n]*+)«|«(?<outward>[^»\\n]*+)»|[‚‘](?<single>[^‘’\\n]*+)[‘’]"
            + "|\\[(?<bracketed>[^\\]\\n]*+)\\]"
            + "|(?<sign>\\S)");

    enum Kind {
        WORD,
        NUMBER,
        DATE,
        QUOTED,
        BRACKETED,
        SIGN,
        END
    }

    /** The tokens of a text, ended by one of kind {@link Kind#END}. */
    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = FORM.matcher(text);
        while (matcher.find()) {
            tokens.add(token(matcher));
        }
        tokens.add(new Token(Kind.END, "", text.length(), text.length()));
        return List.copyOf(tokens);
    }

    /** The words of a title or key as they are compared: lower case, quotations and brackets as they are. */
    static List<String> words(String text) {
        return of(text).stream()
                .filter(token -> token.kind() != Kind.END)
                .map(Token::word)
                .toList();
    }

    /** The text as it is compared. */
    String word() {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Whether it can be part of a name that is not quoted. */
    boolean isPlain() {
        return kind == Kind.WORD || kind == Kind.NUMBER || kind == Kind.SIGN;
    }

    private static Token token(Matcher matcher) {
        int start = matcher.start();
        int end = matcher.end();
        for (String quotation : List.of("plain", "english", "german", "inward", "outward", "single")) {
            if (matcher.group(quotation) != null) {
                return new Token(Kind.QUOTED, matcher.group(quotation).strip(), start, end);
            }
        }
        if (matcher.group("bracketed") != null) {
            return new Token(Kind.BRACKETED, matcher.group("bracketed").strip(), start, end);
        }
        String text = matcher.group();
        if (matcher.group("possessive") != null) {
            return new Token(Kind.WORD, "'s", start, end);
        }
        if (matcher.group("date") != null) {
            return new Token(Kind.DATE, text, start, end);
        }
        if (matcher.group("number") != null) {
            return new Token(Kind.NUMBER, text, start, end);
        }
        return new Token(matcher.group("word") != null ? Kind.WORD : Kind.SIGN, text, start, end);
    }
}
