package org.lotse.rules.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.Catalogue;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermType;
import org.lotse.engine.term.Title;
import org.lotse.engine.term.Vocabulary;
import org.lotse.rules.finding.Findings;

/** Says what may be typed into tables and sentences, for who offers it to choose from. */
public final class DescribeColumns {
    private static final List<String> ENGLISH = List.of(
            "is above",
            "is below",
            "is at least",
            "is at most",
            "is missing",
            "is given",
            "is not",
            "is one of",
            "is none of",
            "contains",
            "starts with",
            "and",
            "or",
            "then",
            "the action",
            "is not suitable",
            "is not eligible",
            "is not applicable",
            "add action",
            "the channel",
            "is used",
            "is forbidden",
            "use channel",
            "every action of the group",
            "is eligible",
            "is applicable",
            "is suitable",
            "is within the last",
            "points are added to the");
    private static final List<String> GERMAN = List.of(
            "ist über",
            "ist unter",
            "ist mindestens",
            "ist höchstens",
            "fehlt",
            "ist angegeben",
            "ist nicht",
            "ist eines von",
            "ist keines von",
            "enthält",
            "beginnt mit",
            "und",
            "oder",
            "dann",
            "ist die Aktion",
            "nicht passend",
            "nicht geeignet",
            "nicht anwendbar",
            "der Kanal",
            "wird genutzt",
            "wird gesperrt",
            "nutze den Kanal",
            "füge die Aktion",
            "hinzu",
            "ist jede Aktion der Gruppe",
            "zulässig",
            "anwendbar",
            "passend",
            "über",
            "unter",
            "mindestens",
            "höchstens",
            "liegt",
            "liegen",
            "beträgt",
            "in den letzten");
    private final Vocabulary vocabulary;
    private final Catalogue catalogue;

    public DescribeColumns(Vocabulary vocabulary, Catalogue catalogue) {
        this.vocabulary = vocabulary;
        this.catalogue = catalogue;
    }

    /** What a column is for. */
    public enum Kind {
        CONDITION,
        CONCLUSION,
        NAME,
        OTHER
    }

    /**
     * A column.
     *
     * @param kind what it is for
     * @param type the kind of value, {@code NUMBER}, {@code CHOICE}...; empty where any text fits
     * @param values what to choose from, in the table's language; empty where anything of the type fits
     * @param several whether several of them may be named, separated by a bar
     */
    public record Described(Kind kind, String type, List<String> values, boolean several) {
        static final Described OTHER = new Described(Kind.OTHER, "", List.of(), false);

        public Described {
            values = List.copyOf(values);
        }
    }

    /**
     * The columns of every table of a file, by sheet; a table that is neither a decision
     * table nor one of the lists has none.
     *
     * @param path of a {@code .csv} or {@code .xlsx} file
     */
    public Map<String, List<Described>> of(String path, byte[] content) {
        Map<String, List<Described>> described = new java.util.LinkedHashMap<>();
        for (TypedTables.Sheet sheet : TypedTables.of(path, content, new Findings())) {
            described.put(sheet.name(), isList(path) ? listed(path, sheet) : columns(sheet));
        }
        return described;
    }

    /**
     * The words a sentence about a subject may be made of, in its language: titles of terms, values, actions, channels and
     * comparisons.
     */
    public List<String> words(SubjectType subject, Language language) {
        SortedSet<String> words = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (Term term : vocabulary.terms(subject).values()) {
            words.add(term.title().in(language));
            words.addAll(titles(term.values().values(), language));
        }
        actions().forEach(action -> words.add("\"" + action + "\""));
        channels(language).forEach(channel -> words.add("\"" + channel + "\""));
        words.addAll(language == Language.DE ? GERMAN : ENGLISH);
        return List.copyOf(words);
    }

    /** Lists lie beside the folders of tables, sentences and examples. */
    private static boolean isList(String path) {
        return path.indexOf('/') < 0;
    }

    private List<Described> listed(String path, TypedTables.Sheet sheet) {
        List<String> headings = new ArrayList<>();
        for (int column = 1; column <= sheet.width(1); column++) {
            headings.add(sheet.cell(column, 1).text());
        }
        return new DescribeLists(vocabulary, catalogue).of(path, headings);
    }

    private List<Described> columns(TypedTables.Sheet sheet) {
        String subject = after(sheet, List.of("subject", "gegenstand"));
        String spoken = after(sheet, List.of("language", "sprache"));
        Language language = spoken.toLowerCase(Locale.ROOT).startsWith("de") ? Language.DE : Language.EN;
        Optional<SubjectType> type = subject(subject);
        if (type.isEmpty()) {
            return List.of();
        }
        HeadingReader headings = new HeadingReader(vocabulary, type.get(), language);
        List<Described> columns = new ArrayList<>();
        for (int column = 1; column <= sheet.width(2); column++) {
            columns.add(described(sheet.cell(column, 2).text(), headings, language));
        }
        return columns;
    }

    private Described described(String heading, HeadingReader headings, Language language) {
        try {
            return switch (headings.read(heading)) {
                case Column.Compared(var path, Term term, var operator) ->
                    switch (operator) {
                        case IS_GIVEN, IS_MISSING ->
                            new Described(
                                    Kind.CONDITION, "YES_NO", List.of(language == Language.DE ? "ja" : "yes"), false);
                        default -> of(Kind.CONDITION, term, language, term.type() == TermType.CHOICE);
                    };
                case Column.Output(Term term) -> of(Kind.CONCLUSION, term, language, false);
                case Column.Verdict ignored -> new Described(Kind.CONCLUSION, "YES_NO", yesNo(language), false);
                case Column.ActionIs ignored -> new Described(Kind.CONDITION, "CHOICE", actions(), true);
                case Column.GroupIs ignored -> new Described(Kind.CONDITION, "CHOICE", groups(), true);
                case Column.AddAction ignored -> new Described(Kind.CONCLUSION, "CHOICE", actions(), false);
                case Column.Channel ignored -> new Described(Kind.CONCLUSION, "CHOICE", channels(language), false);
                case Column.Name ignored -> new Described(Kind.NAME, "", List.of(), false);
                case Column.Validity ignored -> new Described(Kind.OTHER, "DATE", List.of(), false);
                case Column.Ignored ignored -> Described.OTHER;
            };
        } catch (NotReadable notUnderstood) {
            return Described.OTHER;
        }
    }

    private static Described of(Kind kind, Term term, Language language, boolean several) {
        return switch (term.type()) {
            case CHOICE -> new Described(kind, "CHOICE", titles(term.values().values(), language), several);
            case YES_NO -> new Described(kind, "YES_NO", yesNo(language), false);
            default -> new Described(kind, term.type().name(), List.of(), false);
        };
    }

    private static List<String> yesNo(Language language) {
        return language == Language.DE ? List.of("ja", "nein") : List.of("yes", "no");
    }

    private List<String> actions() {
        return catalogue.actions().values().stream()
                .map(action -> action.key().value())
                .toList();
    }

    private List<String> groups() {
        return catalogue.actions().values().stream()
                .map(Action::group)
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> channels(Language language) {
        return catalogue.channels().values().stream()
                .map(channel -> channel.title().in(language))
                .toList();
    }

    private static List<String> titles(Collection<Title> titles, Language language) {
        return titles.stream().map(title -> title.in(language)).toList();
    }

    private Optional<SubjectType> subject(String name) {
        String folded = Names.folded(name);
        return vocabulary.subjects().entrySet().stream()
                .filter(entry -> folded.equals(entry.getKey().value())
                        || folded.equals(Names.folded(entry.getValue().title().en()))
                        || folded.equals(Names.folded(entry.getValue().title().de())))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The cell behind one of these words in the first row. */
    private static String after(TypedTables.Sheet sheet, List<String> words) {
        for (int column = 1; column < sheet.width(1); column += 2) {
            if (words.contains(Names.folded(sheet.cell(column, 1).text()))) {
                return sheet.cell(column + 1, 1).text();
            }
        }
        return "";
    }
}
