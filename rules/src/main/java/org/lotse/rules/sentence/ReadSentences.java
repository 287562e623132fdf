package org.lotse.rules.sentence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lotse.engine.action.Catalogue;
import org.lotse.engine.rule.RowRef;
import org.lotse.engine.rule.Segment;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Vocabulary;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.finding.Place;
import org.lotse.rules.model.Condition;
import org.lotse.rules.model.HitPolicy;
import org.lotse.rules.model.Promise;
import org.lotse.rules.model.Rule;
import org.lotse.rules.model.RuleFile;
import org.lotse.rules.model.SegmentRule;
import org.lotse.rules.read.Candidates;
import org.lotse.rules.read.SentenceReader;

/**
 * Reads {@code *.rules} files: each named sentence a rule, each {@code Never:} and {@code Always:} a promise; in
 * {@code segments.rules} each name a segment and its sentence the condition of belonging to it.
 */
public final class ReadSentences implements SentenceReader {
    private static final String SEGMENTS = "segments.rules";
    private static final int LONGEST_FILE = 500_000;
    private static final int LONGEST_SENTENCE = 5_000;
    private static final int LONGEST_REPAIRED = 600;
    private static final int MOST_REPAIRED = 10;
    private static final Set<String> NEVER = Set.of("never", "nie", "niemals");
    private static final Set<String> ALWAYS = Set.of("always", "immer");

    @Override
    public Sentences read(String path, String text, Vocabulary vocabulary, Catalogue catalogue, Findings findings) {
        if (text.length() > LONGEST_FILE) {
            findings.error(
                    Place.ofFile(path), FindingCode.TOO_LARGE, "sentence-sentences", text.length(), LONGEST_FILE);
            return new Sentences(List.of(), List.of(), List.of());
        }
        return new Reading(path, vocabulary, catalogue, findings).read(Paragraph.of(text));
    }

    /** What headers say about the sentences after them. */
    private record About(Language language, SubjectType subject) {}

    /** Which file a rule belongs to. */
    private record Kind(About about, Optional<SubjectType> candidate) {}

    /** One reading of one file. */
    private static final class Reading {
        private final String path;
        private final Vocabulary vocabulary;
        private final Catalogue catalogue;
        private final Findings findings;
        private final Map<About, Words> words = new LinkedHashMap<>();
        private final Map<Kind, List<Rule>> rules = new LinkedHashMap<>();
        private final List<Promise> promises = new ArrayList<>();
        private final List<SegmentRule> segments = new ArrayList<>();
        private About about;
        private boolean isLanguageKnown;
        private int repaired;

        Reading(String path, Vocabulary vocabulary, Catalogue catalogue, Findings findings) {
            this.path = path;
            this.vocabulary = vocabulary;
            this.catalogue = catalogue;
            this.findings = findings;
            this.about = new About(path.endsWith(".de.rules") ? Language.DE : Language.EN, SubjectType.CUSTOMER);
            this.isLanguageKnown = path.endsWith(".de.rules") || path.endsWith(".en.rules");
        }

        Sentences read(List<Paragraph> paragraphs) {
            for (Paragraph paragraph : paragraphs) {
                switch (paragraph) {
                    case Paragraph.Header header -> header(header);
                    case Paragraph.Sentence sentence -> sentence(sentence);
                    case Paragraph.Stray(int line, String stray) ->
                        findings.error(Place.ofLine(path, line), FindingCode.NOT_UNDERSTOOD, "sentence-stray", stray);
                }
            }
            List<RuleFile> files = rules.entrySet().stream()
                    .map(entry -> file(entry.getKey(), entry.getValue()))
                    .toList();
            return new Sentences(files, promises, segments);
        }

        private RuleFile file(Kind kind, List<Rule> of) {
            About said = kind.about();
            String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.rules$", "");
            return new RuleFile(
                    path, "", name, said.language(), said.subject(), kind.candidate(), HitPolicy.COLLECT, of);
        }

        private void header(Paragraph.Header header) {
            Place place = Place.ofLine(path, header.line());
            switch (header.key().toLowerCase(Locale.ROOT)) {
                case "language", "sprache" -> language(place, header.value());
                default -> subject(place, header.value()).ifPresent(type -> about = new About(about.language(), type));
            }
        }

        private void language(Place place, String value) {
            switch (value.toLowerCase(Locale.ROOT)) {
                case "de", "deutsch", "german" -> about = new About(Language.DE, about.subject());
                case "en", "englisch", "english" -> about = new About(Language.EN, about.subject());
                default -> findings.error(place, FindingCode.NOT_UNDERSTOOD, "sentence-language", value);
            }
            isLanguageKnown = true;
        }

        private Optional<SubjectType> subject(Place place, String value) {
            Optional<SubjectType> type = vocabulary.subjects().entrySet().stream()
                    .filter(entry -> Stream.concat(
                                    Stream.of(entry.getKey().value()),
                                    Stream.of(Language.values())
                                            .flatMap(language -> entry.getValue().title().namesIn(language).stream()))
                            .anyMatch(value::equalsIgnoreCase))
                    .map(Map.Entry::getKey)
                    .findFirst();
            if (type.isEmpty()) {
                String known = String.join(
                        ", ",
                        vocabulary.subjects().keySet().stream()
                                .map(SubjectType::value)
                                .toList());
                findings.error(place, FindingCode.UNKNOWN_SUBJECT, "sentence", value, known);
            }
            return type;
        }

        private void sentence(Paragraph.Sentence sentence) {
            if (!isLanguageKnown) {
                findings.error(Place.ofLine(path, sentence.line()), FindingCode.NOT_UNDERSTOOD, "sentence-noLanguage");
                isLanguageKnown = true;
            }
            if (sentence.text().isBlank()) {
                findings.error(
                        Place.ofLine(path, sentence.line()),
                        FindingCode.NOT_UNDERSTOOD,
                        "sentence-empty",
                        sentence.name());
            } else if (sentence.text().length() > LONGEST_SENTENCE) {
                findings.error(
                        Place.ofLine(path, sentence.line()),
                        FindingCode.TOO_LARGE,
                        "sentence",
                        sentence.text().length(),
                        LONGEST_SENTENCE);
            } else {
                understand(sentence);
            }
        }

        private void understand(Paragraph.Sentence sentence) {
            String name = sentence.name();
            boolean never = NEVER.contains(name.toLowerCase(Locale.ROOT));
            boolean always = ALWAYS.contains(name.toLowerCase(Locale.ROOT));
            Words known = words.computeIfAbsent(
                    about, said -> new Words(said.language(), vocabulary, catalogue, said.subject()));
            try {
                Cursor cursor = new Cursor(sentence.text());
                if (path.equals(SEGMENTS)) {
                    segment(sentence, new ReadSentence(known).segment(cursor));
                } else if (never || always) {
                    promises.add(new Promise(
                            ref(
                                    sentence,
                                    sentence.text().replaceAll("\\s+", " ").strip()),
                            about.language(),
                            about.subject(),
                            never ? Promise.Kind.NEVER : Promise.Kind.ALWAYS,
                            new ReadSentence(known).promise(cursor)));
                } else {
                    ReadSentence.Said said = new ReadSentence(known).read(cursor);
                    add(
                            sentence,
                            new Rule(
                                    ref(sentence, name),
                                    Optional.empty(),
                                    Optional.empty(),
                                    said.condition(),
                                    said.consequences()));
                }
            } catch (Cursor.Stuck stuck) {
                report(sentence, stuck);
                propose(sentence, stuck, known, never || always);
            }
        }

        /** The nearest sentence that is understood, for the first few that are not. */
        private void propose(Paragraph.Sentence sentence, Cursor.Stuck stuck, Words known, boolean promise) {
            if (++repaired > MOST_REPAIRED || sentence.text().length() > LONGEST_REPAIRED) {
                return;
            }
            new Repair(known, text -> stuckIn(text, known, promise))
                    .of(sentence.text(), stuck)
                    .ifPresent(findings::suggest);
        }

        private static Optional<Cursor.Stuck> stuckIn(String text, Words known, boolean promise) {
            try {
                Cursor cursor = new Cursor(text);
                if (promise) {
                    new ReadSentence(known).promise(cursor);
                } else {
                    new ReadSentence(known).read(cursor);
                }
                return Optional.empty();
            } catch (Cursor.Stuck stuck) {
                return Optional.of(stuck);
            }
        }

        private void segment(Paragraph.Sentence sentence, Condition condition) {
            String name = sentence.name();
            if (segments.stream().anyMatch(other -> other.segment().name().equalsIgnoreCase(name))) {
                findings.error(Place.ofLine(path, sentence.line()), FindingCode.DUPLICATE_KEY, "", name);
                return;
            }
            segments.add(new SegmentRule(
                    new Segment(name, about.subject(), ref(sentence, name)), about.language(), condition));
        }

        private void add(Paragraph.Sentence sentence, Rule rule) {
            Set<SubjectType> types = new CandidatesOf(new Candidates(vocabulary, about.subject())).of(rule);
            if (types.size() > 1) {
                findings.error(
                        Place.ofLine(path, sentence.line()), FindingCode.NOT_UNDERSTOOD, "sentence-candidates", types);
                return;
            }
            rules.computeIfAbsent(new Kind(about, types.stream().findFirst()), ignored -> new ArrayList<>())
                    .add(rule);
        }

        private RowRef ref(Paragraph.Sentence sentence, String name) {
            return new RowRef(path, "", sentence.line(), name);
        }

        private void report(Paragraph.Sentence sentence, Cursor.Stuck stuck) {
            String before = sentence.text().substring(0, stuck.offset());
            int lines = (int) before.chars().filter(sign -> sign == '\n').count();
            int column =
                    lines == 0 ? sentence.textColumn() + stuck.offset() : stuck.offset() - before.lastIndexOf('\n');
            int dot = stuck.variant().indexOf('.');
            List<Object> parts = new ArrayList<>();
            parts.add(column);
            parts.addAll(stuck.parts());
            int next = sentence.text().indexOf('\n', stuck.offset());
            String rest = sentence.text()
                    .substring(stuck.offset(), next < 0 ? sentence.text().length() : next);
            findings.error(
                    Place.ofText(
                            path,
                            sentence.textLine() + lines,
                            column,
                            column + rest.stripTrailing().length() - 1),
                    FindingCode.valueOf(stuck.variant().substring(0, dot)),
                    stuck.variant().substring(dot + 1),
                    parts.toArray());
        }
    }
}
