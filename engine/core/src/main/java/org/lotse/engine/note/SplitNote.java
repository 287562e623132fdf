package org.lotse.engine.note;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a note apart: sentences, and in each the clauses in order; what stands in brackets belongs to its clause. */
final class SplitNote {
    private static final Pattern ABBREVIATION = Pattern.compile(
            "\\b(Hr|Fr|Dr|Fa|Mr|Mrs|Ms|ca|Nr|No|St|Str|z\\.\\s?B|e\\.g|i\\.e|inkl|evtl|bzw|ggf|usw|etc|Tel)\\."
                    + "|(?<=\\d)\\.(?=\\s?(\\d|Jan|Feb|Mär|Apr|Mai|May|Jun|Jul|Aug|Sep|Okt|Oct|Nov|Dez|Dec))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** A line that is full, or whose next begins small, goes on in the next one; others end a sentence. */
    private static final Pattern WRAPPED =
            Pattern.compile("(?<=[^\\n]{60}[^.!?;:\\n])[ \\t]*\\R[ \\t]*(?=\\S)|[ \\t]*\\R[ \\t]*(?=\\p{Ll})");

    private static final char KEPT = '\u0001';
    private static final Pattern BRACKETS = Pattern.compile("\\(([^()]*)\\)");
    private static final Pattern BETWEEN_CLAUSES = Pattern.compile(
            "\\s*(?:,|:|\\s[-–—]\\s|\\b(?:aber|jedoch|allerdings|doch|sondern|but|however|though|yet|whereas)\\b)\\s*",
            Pattern.CASE_INSENSITIVE);

    private SplitNote() {}

    /**
     * A part of a sentence.
     *
     * @param aside what stood in brackets
     */
    record Clause(String text, List<String> aside) {
        Clause {
            aside = List.copyOf(aside);
        }
    }

    static List<List<Clause>> sentences(String note) {
        String kept = ABBREVIATION
                .matcher(WRAPPED.matcher(note).replaceAll(" "))
                .replaceAll(found -> Matcher.quoteReplacement(found.group().replace('.', KEPT)));
        List<List<Clause>> sentences = new ArrayList<>();
        for (String sentence : outsideBrackets(kept)) {
            List<Clause> clauses = clauses(sentence);
            if (!clauses.isEmpty()) {
                sentences.add(clauses);
            }
        }
        return sentences;
    }

    private static List<String> outsideBrackets(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int depth = 0;
        for (char c : text.toCharArray()) {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            boolean ends = depth <= 0 && ".!?;\n\r•".indexOf(c) >= 0;
            if (ends) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    private static List<Clause> clauses(String sentence) {
        List<String> asides = new ArrayList<>();
        Matcher brackets = BRACKETS.matcher(sentence);
        StringBuilder without = new StringBuilder();
        while (brackets.find()) {
            asides.add(brackets.group(1));
            brackets.appendReplacement(without, " \u0002" + (asides.size() - 1) + "\u0003 ");
        }
        brackets.appendTail(without);
        List<Clause> clauses = new ArrayList<>();
        for (String part : BETWEEN_CLAUSES.split(without, -1)) {
            List<String> own = new ArrayList<>();
            Matcher marks = Pattern.compile("\u0002(\\d+)\u0003").matcher(part);
            String text = plain(marks.replaceAll(found -> {
                for (String aside : asides.get(Integer.parseInt(found.group(1))).split("[;,]", -1)) {
                    if (!aside.isBlank()) {
                        own.add(plain(aside));
                    }
                }
                return " ";
            }));
            if (!text.isEmpty() || !own.isEmpty()) {
                clauses.add(new Clause(text, own));
            }
        }
        return clauses;
    }

    private static String plain(String text) {
        return text.replace(KEPT, '.')
                .replaceAll("\\s+", " ")
                .replaceAll("^[\\s*•–-]+|\\s+$", "")
                .strip();
    }
}
