package org.lotse.rules.example;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Value;
import org.lotse.engine.term.Vocabulary;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.read.NotReadable;
import org.lotse.rules.read.TermNames;
import org.lotse.rules.read.ValueReader;

/** Reads "Lead score 0.4, Contract monthly and Consent for phone yes": titles, each with its value. */
final class TermsInWords {
    private static final Pattern JOINT = Pattern.compile("(?:, | and | und )");
    private static final Pattern QUOTED = Pattern.compile("[\"„“](.*)[\"“”]");

    private final Vocabulary vocabulary;
    private final SubjectType subject;
    private final TermNames names;
    private final ValueReader values;

    TermsInWords(Vocabulary vocabulary, SubjectType subject, Language language) {
        this.vocabulary = vocabulary;
        this.subject = subject;
        this.names = new TermNames(vocabulary, subject, language);
        this.values = new ValueReader(language);
    }

    /** The terms with their values, in order. */
    Map<Term, Value> read(String words) throws NotReadable {
        Map<Term, Value> read = new LinkedHashMap<>();
        String rest = plain(words);
        while (!rest.isEmpty()) {
            TermNames.Found found = beginning(rest);
            Term term = term(found.term());
            String behind = rest.substring(rest.length() - found.rest().length());
            int end = end(behind);
            read.put(term, value(term, behind.substring(0, end)));
            Matcher joint = JOINT.matcher(behind.substring(end));
            rest = (joint.lookingAt() ? joint.replaceFirst("") : "").strip();
        }
        return read;
    }

    /** The term of a title. */
    Term titled(String title) throws NotReadable {
        TermPath path = names.find(title).orElseThrow(() -> unknown(title));
        return term(path);
    }

    /** The term of a title, which may be one of a linked subject: "caller Tenure in months". */
    TermPath path(String title) throws NotReadable {
        return names.find(title).orElseThrow(() -> unknown(title));
    }

    /** Whether a title names a term here. */
    boolean knows(String title) {
        return names.find(title).isPresent();
    }

    /** A value as people write it, with or without quotation marks. */
    Value value(Term term, String text) throws NotReadable {
        Matcher quoted = QUOTED.matcher(text.strip());
        return values.read(term, quoted.matches() ? quoted.group(1) : text.strip());
    }

    private TermNames.Found beginning(String text) throws NotReadable {
        List<TermNames.Found> found = names.atStart(text);
        if (found.isEmpty()) {
            throw unknown(text);
        }
        return found.getFirst();
    }

    Term term(TermPath path) throws NotReadable {
        if (path.scope().isPresent()) {
            throw new NotReadable(FindingCode.NOT_UNDERSTOOD, "example-scope", path);
        }
        return vocabulary
                .term(subject, path)
                .orElseThrow(() -> new IllegalStateException(
                        "The name of " + path + " is known for " + subject + " but the term is not."));
    }

    private NotReadable unknown(String text) {
        return new NotReadable(
                FindingCode.UNKNOWN_TERM, "", text, names.nearest(text).orElse("-"));
    }

    /** Where the next term begins. */
    private int end(String text) {
        Matcher joint = JOINT.matcher(text);
        while (joint.find()) {
            if (!names.atStart(text.substring(joint.end())).isEmpty()) {
                return joint.start();
            }
        }
        return text.length();
    }

    /** As names are compared, but with its capitals, so that lengths agree. */
    private static String plain(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFC)
                .replace('\u00a0', ' ')
                .strip()
                .replaceAll("\\s+", " ");
    }
}
