package org.lotse.rules.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * Collects findings and words them from {@code findings_en.properties} and {@code findings_de.properties}: the key is
 * {@code CODE} or {@code CODE.variant}, {@code {0}}, {@code {1}} ... are replaced; what is expected instead stands under
 * {@code CODE.variant.expected}. For use by one thread.
 */
public final class Findings {
    private static final String WORDS = "org.lotse.rules.findings";
    private static final ResourceBundle PARTS = ResourceBundle.getBundle(
            "org.lotse.rules.findings_parts",
            Locale.ROOT,
            Findings.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    private static final int LONGEST = 200;
    private final ResourceBundle english = words(Locale.ENGLISH);
    private final ResourceBundle german = words(Locale.GERMAN);
    private final List<Finding> found = new ArrayList<>();

    /** Reports that the bundle cannot be used because of this. */
    public void error(Place place, FindingCode code, String variant, Object... parts) {
        add(Severity.ERROR, place, code, variant, parts);
    }

    /** Reports something probably not meant. */
    public void warning(Place place, FindingCode code, String variant, Object... parts) {
        add(Severity.WARNING, place, code, variant, parts);
    }

    /** Reports something worth knowing. */
    public void info(Place place, FindingCode code, String variant, Object... parts) {
        add(Severity.INFO, place, code, variant, parts);
    }

    /** Reports a finding; an empty variant takes the code's own wording. */
    public void add(Severity severity, Place place, FindingCode code, String variant, Object... parts) {
        String key = variant.isEmpty() ? code.name() : code + "." + variant;
        found.add(new Finding(
                severity,
                place,
                code,
                word(english, key, parts),
                word(german, key, parts),
                Optional.empty(),
                details(key, parts)));
    }

    /** Adds to the finding reported last what may have been meant, as it would be written. */
    public void suggest(String text) {
        Finding last = found.removeLast();
        Finding.Details known = last.details();
        found.add(new Finding(
                last.severity(),
                last.place(),
                last.code(),
                last.message() + " " + word(english, "MAYBE", text),
                last.messageDe() + " " + word(german, "MAYBE", text),
                last.share(),
                new Finding.Details(
                        known.found(), known.expected(), known.expectedDe(), Optional.of(text), known.examples())));
    }

    /** The same finding with the part of the known customers it concerns, in its message as well. */
    public static Finding weighed(Finding finding, double share, List<String> customers) {
        Findings words = new Findings();
        String key = customers.isEmpty() ? "SHARE.none" : "SHARE.of";
        String named = String.join(", ", customers);
        String percent = String.format(Locale.ROOT, "%.1f", 100 * share);
        return new Finding(
                        finding.severity(),
                        finding.place(),
                        finding.code(),
                        finding.message() + " " + word(words.english, key, percent, named),
                        finding.messageDe() + " " + word(words.german, key, percent.replace('.', ','), named),
                        finding.share(),
                        finding.details())
                .concerning(share, customers);
    }

    private Finding.Details details(String key, Object... parts) {
        return new Finding.Details(
                part(key, "found", parts),
                expected(english, key, parts),
                expected(german, key, parts),
                part(key, "suggestion", parts),
                List.of());
    }

    /** Which of the parts it is, as {@code findings_parts.properties} says; a dash is none. */
    private static Optional<String> part(String key, String which, Object... parts) {
        String name = key + "." + which;
        return PARTS.containsKey(name)
                ? Optional.of(word(PARTS, name, parts)).filter(text -> !text.isBlank() && !text.equals("-"))
                : Optional.empty();
    }

    private static Optional<String> expected(ResourceBundle words, String key, Object... parts) {
        String name = key + ".expected";
        return words.containsKey(name) ? Optional.of(word(words, name, parts)) : Optional.empty();
    }

    /** Takes over what others found. */
    public void addAll(List<Finding> others) {
        found.addAll(others);
    }

    /** Everything found so far, in the order it was found. */
    public List<Finding> all() {
        return List.copyOf(found);
    }

    /** How many there are so far. */
    public int count() {
        return found.size();
    }

    /** Whether anything found so far makes the bundle unusable. */
    public boolean hasErrors() {
        return found.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    private static String word(ResourceBundle words, String key, Object... parts) {
        String text = words.getString(key);
        StringBuilder worded = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            boolean part = at + 2 < text.length()
                    && text.charAt(at) == '{'
                    && Character.isDigit(text.charAt(at + 1))
                    && text.charAt(at + 2) == '}';
            if (part) {
                worded.append(shown(parts[text.charAt(at + 1) - '0']));
                at += 2;
            } else {
                worded.append(text.charAt(at));
            }
        }
        return worded.toString();
    }

    private static String shown(Object part) {
        String text = String.valueOf(part).replaceAll("\\p{Cntrl}", " ");
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }

    private static ResourceBundle words(Locale locale) {
        return ResourceBundle.getBundle(
                WORDS,
                locale,
                Findings.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
