package org.lotse.rules.read;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.Missing;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermType;
import org.lotse.engine.term.Title;
import org.lotse.engine.term.Value;
import org.lotse.rules.finding.FindingCode;

/** Reads one term of the vocabulary. */
final class TermReader {
    private static final Set<String> KEYS = Set.of(
            "title",
            "type",
            "from",
            "values",
            "range",
            "missing",
            "use-in-rules",
            "default",
            "purposes",
            "sensitive",
            "declared-lawful",
            "secret",
            "formerly");
    private final YamlPart part;
    private final Optional<TermNames> names;

    /** @param names the terms calculations may name; empty while only titles are read */
    TermReader(YamlPart part, Optional<TermNames> names) {
        this.part = part;
        this.names = names;
    }

    Optional<Term> read(TermKey key) {
        part.onlyKeys(KEYS);
        Optional<TermType> type = part.part("type").flatMap(text -> text.reading(() -> type(text.text())));
        Optional<Source> source = part.part("from").flatMap(from -> new SourceReader(from, names).read());
        if (type.isEmpty() || source.isEmpty()) {
            missingKeys();
            return Optional.empty();
        }
        Term bare = new Term(
                key,
                title(part, key.value()),
                type.get(),
                values(),
                range(),
                new Missing.Stays(),
                yes("use-in-rules"),
                source.get(),
                Optional.empty(),
                purposes(),
                yes("sensitive") && part.part("declared-lawful").isEmpty(),
                texts("formerly"),
                yes("secret"),
                part.part("declared-lawful").isPresent());
        return Optional.of(complete(bare));
    }

    private void missingKeys() {
        if (part.part("type").isEmpty()) {
            part.error(FindingCode.NOT_UNDERSTOOD, "missing-key", "type");
        }
        if (part.part("from").isEmpty()) {
            part.error(FindingCode.NOT_UNDERSTOOD, "missing-key", "from");
        }
    }

    private Term complete(Term term) {
        Optional<Value> fallback =
                part.part("default").flatMap(value -> value.reading(() -> value(term, value.text())));
        if (term.type() == TermType.CHOICE && term.values().isEmpty()) {
            part.error(FindingCode.NOT_UNDERSTOOD, "no-values", term.key());
        }
        return new Term(
                term.key(),
                term.title(),
                term.type(),
                term.values(),
                term.range(),
                missing(term),
                term.useStandInInRules(),
                term.source(),
                fallback,
                term.purposes(),
                term.sensitive(),
                term.formerly(),
                term.secret(),
                term.lawful());
    }

    private Missing missing(Term term) {
        Optional<YamlPart> missing = part.part("missing");
        if (missing.isEmpty()) {
            return new Missing.Stays();
        }
        String text = missing.get().text();
        return switch (text) {
            case "median" -> new Missing.Median();
            case "mode" -> new Missing.Mode();
            case "refuse" -> new Missing.Refuse();
            case "group" -> {
                missing.get().error(FindingCode.NOT_UNDERSTOOD, "missing-group");
                yield new Missing.Stays();
            }
            default ->
                missing.get()
                        .reading(() -> value(term, text))
                        .<Missing>map(Missing.Fixed::new)
                        .orElse(new Missing.Stays());
        };
    }

    private static Value value(Term term, String text) throws NotReadable {
        return new ValueReader(Language.EN).read(term, text);
    }

    private Map<String, Title> values() {
        Map<String, Title> values = new LinkedHashMap<>();
        part.part("values")
                .ifPresent(section ->
                        section.entries().forEach((key, value) -> values.put(key, readTitle(value, key))));
        return values;
    }

    private Optional<Term.Range> range() {
        return part.part("range")
                .flatMap(range -> range.reading(() -> {
                    List<YamlPart> ends = range.items();
                    if (ends.size() != 2) {
                        throw new NotReadable(FindingCode.NOT_UNDERSTOOD, "range");
                    }
                    return new Term.Range(
                            number(ends.getFirst().text()),
                            number(ends.getLast().text()));
                }));
    }

    private static double number(String text) throws NotReadable {
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw new NotReadable(FindingCode.WRONG_TYPE, "number", text, "0.5");
        }
        throw new NotReadable(FindingCode.WRONG_TYPE, "number", text, "0.5");
    }

    private Set<Purpose> purposes() {
        Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
        part.part("purposes")
                .ifPresent(section -> section.items()
                        .forEach(
                                item -> item.reading(() -> purpose(item.text())).ifPresent(purposes::add)));
        if (purposes.isEmpty()) {
            purposes.add(Purpose.SERVICE);
        }
        return purposes;
    }

    static Purpose purpose(String text) throws NotReadable {
        return constant(Purpose.class, text);
    }

    static TermType type(String text) throws NotReadable {
        return constant(TermType.class, text);
    }

    /** A constant by its name in kebab-case. */
    static <E extends Enum<E>> E constant(Class<E> type, String text) throws NotReadable {
        List<String> known = new ArrayList<>();
        for (E each : type.getEnumConstants()) {
            String name = each.name().toLowerCase(Locale.ROOT).replace('_', '-');
            known.add(name);
            if (name.equals(Names.folded(text))) {
                return each;
            }
        }
        throw new NotReadable(FindingCode.NOT_UNDERSTOOD, "choice", text, String.join(", ", known));
    }

    private List<String> texts(String key) {
        return part.part(key).map(YamlPart::items).orElse(List.of()).stream()
                .map(YamlPart::text)
                .toList();
    }

    private boolean yes(String key) {
        return part.text(key)
                .map(text -> text.equals("true") || text.equals("yes"))
                .orElse(false);
    }

    /** The title of something; its key where it has none. */
    static Title title(YamlPart owner, String key) {
        return owner.part("title").map(title -> readTitle(title, key)).orElse(Title.of(key, key));
    }

    private static Title readTitle(YamlPart title, String key) {
        if (title.isText()) {
            return Title.of(title.text(), title.text());
        }
        title.onlyKeys(Set.of("en", "de"));
        Optional<YamlPart> en = title.part("en");
        Optional<YamlPart> de = title.part("de");
        String english =
                en.map(TermReader::name).or(() -> de.map(TermReader::name)).orElse(key);
        return new Title(
                english,
                de.map(TermReader::name).orElse(english),
                de.filter(part -> !part.isText()).flatMap(part -> part.text("article")),
                forms(en),
                forms(de));
    }

    private static String name(YamlPart language) {
        if (language.isText()) {
            return language.text();
        }
        language.onlyKeys(Set.of("title", "article", "forms"));
        return language.text("title").orElse("");
    }

    private static List<String> forms(Optional<YamlPart> language) {
        return language
                .filter(part -> !part.isText())
                .flatMap(part -> part.part("forms"))
                .map(YamlPart::items)
                .orElse(List.of())
                .stream()
                .map(YamlPart::text)
                .toList();
    }
}
