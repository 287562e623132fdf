package org.lotse.rules.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lotse.engine.calculation.Calculation;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.EventType;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.Period;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermType;
import org.lotse.engine.term.Vocabulary;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Findings;

/** Reads {@code vocabulary.yaml}. */
public final class VocabularyReader {
    private static final Set<String> SECTIONS = Set.of("subjects", "links", "pairs", "events", "decisions");
    private final YamlPart root;
    private final Optional<Vocabulary> words;

    private VocabularyReader(YamlPart root, Optional<Vocabulary> words) {
        this.root = root;
        this.words = words;
    }

    /**
     * Reads the vocabulary; what is not understood is reported and left out.
     *
     * @param path the file's path below {@code rules/}
     * @param bytes its content
     * @param findings where to report
     * @return empty when the file is no YAML at all
     */
    public static Optional<Vocabulary> read(String path, byte[] bytes, Findings findings) {
        // Calculations name terms by title, so titles are read first; only the second reading reports.
        Findings silent = new Findings();
        Optional<Vocabulary> titles =
                YamlPart.read(path, bytes, silent).map(root -> new VocabularyReader(root, Optional.empty()).read());
        return YamlPart.read(path, bytes, findings).map(root -> new VocabularyReader(root, titles).read());
    }

    private Vocabulary read() {
        root.onlyKeys(SECTIONS);
        return new Vocabulary(subjects(), links(), pairs(), events(), decisions());
    }

    private Map<SubjectType, Vocabulary.Subject> subjects() {
        Map<SubjectType, Vocabulary.Subject> subjects = new LinkedHashMap<>();
        section("subjects")
                .forEach((key, part) -> part.reading(() -> new SubjectType(key)).ifPresent(type -> {
                    part.onlyKeys(Set.of("title", "terms"));
                    subjects.put(
                            type, new Vocabulary.Subject(TermReader.title(part, key), terms(part.part("terms"), type)));
                }));
        return subjects;
    }

    private Map<TermKey, Term> terms(Optional<YamlPart> terms, SubjectType type) {
        Map<TermKey, Term> read = new LinkedHashMap<>();
        Optional<TermNames> names = names(type);
        terms.ifPresent(section -> section.entries()
                .forEach((key, part) -> part.reading(() -> new TermKey(key))
                        .flatMap(term -> new TermReader(part, names).read(term))
                        .ifPresent(term -> read.put(term.key(), term))));
        return read;
    }

    private Optional<TermNames> names(SubjectType type) {
        return words.map(vocabulary -> new TermNames(vocabulary, type, Language.EN));
    }

    private Map<SubjectType, Map<String, SubjectType>> links() {
        Map<SubjectType, Map<String, SubjectType>> links = new LinkedHashMap<>();
        section("links")
                .forEach((from, part) -> part.reading(() -> new SubjectType(from))
                        .ifPresent(type -> {
                            Map<String, SubjectType> named = new LinkedHashMap<>();
                            part.entries()
                                    .forEach((name, target) -> target.reading(() -> declared(target.text()))
                                            .ifPresent(to -> named.put(name, to)));
                            links.put(type, Map.copyOf(named));
                        }));
        return links;
    }

    private Map<String, Map<TermKey, Term>> pairs() {
        Map<String, Map<TermKey, Term>> pairs = new LinkedHashMap<>();
        section("pairs").forEach((pair, part) -> {
            boolean known = words.isEmpty()
                    || words.get().subjects().keySet().stream()
                            .anyMatch(a ->
                                    words.get().subjects().keySet().stream().anyMatch(b -> pair.equals(a + "-" + b)));
            if (!known) {
                part.error(FindingCode.UNKNOWN_SUBJECT, "", pair);
            }
            SubjectType subject = words.stream()
                    .flatMap(vocabulary -> vocabulary.subjects().keySet().stream())
                    .filter(type -> pair.startsWith(type + "-"))
                    .findFirst()
                    .orElse(SubjectType.CUSTOMER);
            pairs.put(pair, terms(Optional.of(part), subject));
        });
        return pairs;
    }

    private Map<String, EventType> events() {
        Map<String, EventType> events = new LinkedHashMap<>();
        section("events").forEach((key, part) -> {
            part.onlyKeys(Set.of("title", "data", "outcome", "grade", "attribute-within"));
            Map<String, TermType> data = new LinkedHashMap<>();
            part.part("data")
                    .ifPresent(fields -> fields.entries()
                            .forEach((field, type) -> type.reading(() -> TermReader.type(type.text()))
                                    .ifPresent(read -> data.put(field, read))));
            events.put(key, new EventType(key, TermReader.title(part, key), data, outcome(part)));
        });
        return events;
    }

    private static Optional<EventType.Outcome> outcome(YamlPart part) {
        if (!part.text("outcome").map("true"::equals).orElse(false)) {
            return Optional.empty();
        }
        double grade = part.part("grade")
                .flatMap(value -> value.reading(() -> new ValueReader(Language.EN).number(value.text())))
                .orElse(0.0);
        Optional<Period> within =
                part.part("attribute-within").flatMap(value -> value.reading(() -> Period.parse(value.text())));
        return Optional.of(new EventType.Outcome(grade, within));
    }

    private Map<String, DecisionDeclaration> decisions() {
        Map<String, DecisionDeclaration> decisions = new LinkedHashMap<>();
        section("decisions").forEach((key, part) -> {
            part.onlyKeys(Set.of("subject", "kind", "outputs", "candidates", "value", "purpose"));
            part.reading(() -> declared(part.text("subject").orElse("customer")))
                    .flatMap(subject -> part.reading(() -> decision(key, subject, part)))
                    .ifPresent(decision -> decisions.put(key, decision));
        });
        return decisions;
    }

    private DecisionDeclaration decision(String key, SubjectType subject, YamlPart part) throws NotReadable {
        String kind = part.text("kind").orElse("");
        if (kind.equals("rules")) {
            return new DecisionDeclaration.ByRules(key, subject, outputs(subject, part), purpose(part));
        }
        if (!kind.equals("arbitrate")) {
            throw new NotReadable(FindingCode.NOT_UNDERSTOOD, "choice", kind, "rules, arbitrate");
        }
        Optional<YamlPart> candidates = part.part("candidates");
        if (candidates.isEmpty() || candidates.get().isText()) {
            return new DecisionDeclaration.AmongActions(key, subject);
        }
        candidates.get().onlyKeys(Set.of("subject", "where", "groups", "except"));
        if (candidates.get().part("subject").isEmpty()) {
            return new DecisionDeclaration.AmongActions(
                    key, subject, groups("groups", candidates.get()), groups("except", candidates.get()));
        }
        SubjectType type = declared(candidates.get().text("subject").orElse(""));
        return new DecisionDeclaration.AmongSubjects(
                key, subject, type, candidates.get().text("where"), value(subject, part));
    }

    private static Purpose purpose(YamlPart part) {
        return part.part("purpose")
                .flatMap(text -> text.reading(() -> TermReader.purpose(text.text())))
                .orElse(Purpose.SERVICE);
    }

    private static Set<String> groups(String key, YamlPart candidates) {
        Set<String> groups = new LinkedHashSet<>();
        candidates.part(key).map(YamlPart::items).orElse(List.of()).forEach(item -> groups.add(item.text()));
        return groups;
    }

    private List<TermKey> outputs(SubjectType subject, YamlPart part) {
        List<TermKey> outputs = new ArrayList<>();
        part.part("outputs")
                .map(YamlPart::items)
                .orElse(List.of())
                .forEach(item -> item.reading(() -> new TermKey(item.text())).ifPresent(term -> {
                    if (words.isPresent() && words.get().term(subject, term).isEmpty()) {
                        item.error(FindingCode.UNKNOWN_TERM, "", term, nearest(subject, term.value()));
                    }
                    outputs.add(term);
                }));
        return outputs;
    }

    private String nearest(SubjectType subject, String name) {
        return names(subject).flatMap(names -> names.nearest(name)).orElse("-");
    }

    private Calculation value(SubjectType subject, YamlPart part) {
        return part.part("value")
                .filter(ignored -> words.isPresent())
                .flatMap(value -> value.reading(() -> CalculationParser.parse(
                        value.text(), new TermNames(words.get(), subject, Language.EN), Language.EN)))
                .orElse(new Calculation.Constant(0));
    }

    private SubjectType declared(String name) throws NotReadable {
        SubjectType type = new SubjectType(name);
        if (words.isPresent() && !words.get().subjects().containsKey(type)) {
            throw new NotReadable(FindingCode.UNKNOWN_SUBJECT, "", name);
        }
        return type;
    }

    private Map<String, YamlPart> section(String name) {
        return root.part(name).map(YamlPart::entries).orElse(Map.of());
    }
}
