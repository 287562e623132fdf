package org.lotse.rules.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.Catalogue;
import org.lotse.engine.reply.Reply;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.rule.RowRef;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Vocabulary;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.model.Condition;
import org.lotse.rules.model.ReplyRule;

/**
 * Reads {@code replies.csv}. The columns Tone, Level, Mood and Role compare the terms of these keys; every further column is
 * headed like one of a table, by a term and an operator.
 */
final class ReplyReader {
    private static final TermKey INTENT = new TermKey("intent");
    private static final List<String> FIXED = List.of("Key", "Intent", "Language", "Text", "Needs approval", "Note");
    private static final List<String> BY_KEY = List.of("Tone", "Level", "Mood", "Role");
    private static final int LONGEST = 4_000;
    private final Vocabulary vocabulary;
    private final Catalogue catalogue;
    private final Findings findings;
    private final Map<SubjectType, HeadingReader> headings = new LinkedHashMap<>();
    private final Map<Spoken, TermNames> names = new HashMap<>();

    ReplyReader(Vocabulary vocabulary, Catalogue catalogue, Findings findings) {
        this.vocabulary = vocabulary;
        this.catalogue = catalogue;
        this.findings = findings;
        vocabulary.subjects().keySet().forEach(this::headingsOf);
    }

    private HeadingReader headingsOf(SubjectType type) {
        return headings.computeIfAbsent(type, each -> new HeadingReader(vocabulary, each, Language.EN));
    }

    List<ReplyRule> read(Grid grid) {
        List<String> more = conditions(grid);
        List<String> known =
                Stream.of(FIXED, BY_KEY, more).flatMap(List::stream).toList();
        List<ReplyRule> replies = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        new Listing(grid, known, findings).forEach(entry -> {
            int before = findings.count();
            Optional<ReplyRule> reply = reply(entry, grid, more);
            reply.filter(each -> !keys.add(each.reply().key()))
                    .ifPresent(twice -> entry.error(
                            "Key", FindingCode.DUPLICATE_KEY, "", twice.reply().key()));
            if (findings.count() == before) {
                reply.ifPresent(replies::add);
            }
        });
        return replies;
    }

    /** The headings that are conditions about at least one kind of subject. */
    private List<String> conditions(Grid grid) {
        List<String> conditions = new ArrayList<>();
        for (int column = 1; column <= grid.width(1); column++) {
            String heading = grid.cell(column, 1).text();
            boolean isFixed = Stream.concat(FIXED.stream(), BY_KEY.stream())
                    .anyMatch(name -> Names.folded(name).equals(Names.folded(heading)));
            if (!isFixed
                    && headings.keySet().stream()
                            .anyMatch(type -> compared(type, heading).isPresent())) {
                conditions.add(heading);
            }
        }
        return conditions;
    }

    private Optional<Column.Compared> compared(SubjectType type, String heading) {
        try {
            return headingsOf(type).read(heading) instanceof Column.Compared compared
                    ? Optional.of(compared)
                    : Optional.empty();
        } catch (NotReadable unknown) {
            return Optional.empty();
        }
    }

    private record Spoken(SubjectType subject, Language language) {}

    private record Occasion(Reply.About about, SubjectType subject) {}

    private Optional<ReplyRule> reply(Listing.Entry entry, Grid grid, List<String> more) {
        Optional<String> key = entry.reading("Key", () -> entry.required("Key"));
        Optional<Occasion> occasion =
                entry.reading("Intent", () -> occasion(entry.cell("Intent").text()));
        Optional<Optional<Language>> language = entry.reading("Language", () -> language(entry));
        if (key.isEmpty() || occasion.isEmpty() || language.isEmpty()) {
            return Optional.empty();
        }
        SubjectType subject = occasion.get().subject();
        Language names = language.get().orElse(Language.EN);
        List<Condition> tests = new ArrayList<>();
        BY_KEY.forEach(heading -> byKey(entry, heading, subject, names).ifPresent(tests::add));
        more.forEach(heading -> byHeading(entry, heading, subject, names).ifPresent(tests::add));
        Optional<List<Reply.Part>> parts = entry.reading("Text", () -> parts(entry.required("Text"), subject, names));
        boolean approval =
                entry.reading("Needs approval", () -> approval(entry)).orElse(false);
        return parts.map(text -> new ReplyRule(
                new Reply(
                        key.get(),
                        occasion.get().about(),
                        language.get(),
                        text,
                        approval,
                        new RowRef(grid.file(), grid.sheet(), entry.row(), key.get())),
                subject,
                new Condition.All(tests),
                entry.place("Text").cell()));
    }

    /** An action, a decision, a value of the term "intent", or nothing for any of those values. */
    private Occasion occasion(String text) throws NotReadable {
        Optional<ActionKey> action = Actions.find(catalogue, text);
        if (action.isPresent()) {
            return new Occasion(new Reply.OfAction(action.get()), subjectOf(action.get()));
        }
        DecisionDeclaration decision = vocabulary.decisions().get(Names.folded(text));
        if (decision != null) {
            return new Occasion(new Reply.OfDecision(decision.key()), decision.subject());
        }
        List<String> known = new ArrayList<>();
        for (SubjectType type : vocabulary.subjects().keySet()) {
            Optional<Term> intent = vocabulary.term(type, INTENT);
            if (intent.isPresent() && text.isBlank()) {
                return new Occasion(new Reply.OfIntent(type, Optional.empty()), type);
            }
            if (intent.isPresent()) {
                try {
                    String value = new ValueReader(Language.EN)
                            .read(intent.get(), text)
                            .toString();
                    return new Occasion(new Reply.OfIntent(type, Optional.of(value)), type);
                } catch (NotReadable other) {
                    known.addAll(intent.get().values().keySet());
                }
            }
        }
        known.addAll(catalogue.actions().keySet().stream().map(ActionKey::value).toList());
        throw new NotReadable(
                FindingCode.UNKNOWN_ACTION,
                "intent",
                text,
                Names.nearest(text, known).orElse("-"));
    }

    /** Whom an action is offered to: customers, unless only another kind of subject decides about its group. */
    private SubjectType subjectOf(ActionKey action) {
        String group = catalogue.action(action).orElseThrow().group();
        List<SubjectType> types = vocabulary.decisions().values().stream()
                .filter(each -> each instanceof DecisionDeclaration.AmongActions among && among.considers(group))
                .map(DecisionDeclaration::subject)
                .toList();
        List<SubjectType> meant = vocabulary.decisions().values().stream()
                .filter(each -> each instanceof DecisionDeclaration.AmongActions among
                        && among.groups().contains(group))
                .map(DecisionDeclaration::subject)
                .toList();
        return meant.stream().findFirst().or(() -> types.stream().findFirst()).orElse(SubjectType.CUSTOMER);
    }

    private static Optional<Language> language(Listing.Entry entry) throws NotReadable {
        String text = Names.folded(entry.cell("Language").text());
        return switch (text) {
            case "" -> Optional.empty();
            case "en", "english", "englisch" -> Optional.of(Language.EN);
            case "de", "german", "deutsch" -> Optional.of(Language.DE);
            default -> throw new NotReadable(FindingCode.NOT_UNDERSTOOD, "choice", text, "en, de");
        };
    }

    private Optional<Condition> byKey(Listing.Entry entry, String heading, SubjectType subject, Language language) {
        if (entry.cell(heading).isBlank()) {
            return Optional.empty();
        }
        TermKey key = new TermKey(Names.folded(heading));
        Optional<Term> term = vocabulary.term(subject, key);
        if (term.isEmpty()) {
            entry.error(heading, FindingCode.UNKNOWN_TERM, "of-subject", key, subject);
            return Optional.empty();
        }
        return test(entry, heading, new Column.Compared(TermPath.of(key), term.get(), Operator.IS), subject, language);
    }

    private Optional<Condition> byHeading(Listing.Entry entry, String heading, SubjectType subject, Language language) {
        if (entry.cell(heading).isBlank()) {
            return Optional.empty();
        }
        Optional<Column.Compared> column = compared(subject, heading);
        if (column.isEmpty()) {
            entry.error(heading, FindingCode.UNKNOWN_TERM, "of-subject", heading, subject);
        }
        return column.flatMap(each -> test(entry, heading, each, subject, language));
    }

    private Optional<Condition> test(
            Listing.Entry entry, String heading, Column.Compared column, SubjectType subject, Language language) {
        CellReader cells = new CellReader(
                vocabulary, subject, catalogue, headingsOf(subject).names(), language);
        return entry.reading(
                heading,
                () -> cells.test(
                        column, entry.cell(heading), entry.place(heading).cell(), false));
    }

    private List<Reply.Part> parts(String text, SubjectType subject, Language language) throws NotReadable {
        if (text.length() > LONGEST) {
            throw new NotReadable(FindingCode.TOO_LARGE, "cell", LONGEST);
        }
        TermNames names = this.names.computeIfAbsent(
                new Spoken(subject, language), each -> new TermNames(vocabulary, each.subject(), each.language()));
        List<Reply.Part> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('[', at);
            if (open < 0) {
                parts.add(new Reply.Words(text.substring(at)));
                break;
            }
            int close = text.indexOf(']', open);
            if (close < 0) {
                throw new NotReadable(FindingCode.NOT_UNDERSTOOD, "bracket", text.substring(open));
            }
            if (open > at) {
                parts.add(new Reply.Words(text.substring(at, open)));
            }
            String name = text.substring(open + 1, close);
            parts.add(new Reply.Placeholder(names.find(name)
                    .orElseThrow(() -> new NotReadable(
                            FindingCode.UNKNOWN_TERM,
                            "",
                            name,
                            names.nearest(name).orElse("-")))));
            at = close + 1;
        }
        return parts;
    }

    private static boolean approval(Listing.Entry entry) throws NotReadable {
        Cell cell = entry.cell("Needs approval");
        if (cell.isBlank()) {
            return false;
        }
        return new ValueReader(Language.EN)
                .yesNo(cell)
                .orElseThrow(() -> new NotReadable(FindingCode.WRONG_TYPE, "yes-no-cell", cell.text()));
    }
}
