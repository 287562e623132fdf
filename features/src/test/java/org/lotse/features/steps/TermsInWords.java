package org.lotse.features.steps;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads "Lead score 0.4, Contract monthly and Consent for phone yes": titles, each with its value. */
final class TermsInWords {
    private static final Pattern JOINT = Pattern.compile("(?:, | and | und )");

    private final Vocabulary vocabulary;
    private final String subject;

    TermsInWords(Vocabulary vocabulary, String subject) {
        this.vocabulary = vocabulary;
        this.subject = subject;
    }

    /** The terms with what stands behind each. */
    Map<Term, String> read(String words) {
        Map<Term, String> values = new LinkedHashMap<>();
        String rest = words.strip();
        while (!rest.isEmpty()) {
            String text = rest;
            Term term = vocabulary
                    .beginning(subject, text)
                    .orElseThrow(
                            () -> new AssertionError("\"" + text + "\" does not begin with the title of a term of a "
                                    + subject + ". Maybe the vocabulary writes it otherwise."));
            String behind =
                    text.substring(term.beginning(text).orElseThrow().length()).strip();
            int end = end(behind);
            values.put(term, behind.substring(0, end).strip());
            rest = JOINT.matcher(behind.substring(end)).replaceFirst("").strip();
        }
        return values;
    }

    /** Where the next term begins. */
    private int end(String text) {
        Matcher joint = JOINT.matcher(text);
        while (joint.find()) {
            Optional<Term> next = vocabulary.beginning(subject, text.substring(joint.end()));
            if (next.isPresent()) {
                return joint.start();
            }
        }
        return text.length();
    }
}
