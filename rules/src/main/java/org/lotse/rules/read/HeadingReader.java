package org.lotse.rules.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lotse.engine.rule.Layer;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Vocabulary;
import org.lotse.rules.finding.FindingCode;

/** Understands the headings of a table: a term's name followed by an operator, or {@code =>} and a term's name. */
final class HeadingReader {
    private static final Map<String, Column> FIXED = Map.ofEntries(
            Map.entry("name", new Column.Name()),
            Map.entry("valid from", new Column.Validity(true)),
            Map.entry("gültig ab", new Column.Validity(true)),
            Map.entry("valid until", new Column.Validity(false)),
            Map.entry("gültig bis", new Column.Validity(false)),
            Map.entry("note", new Column.Ignored()),
            Map.entry("notiz", new Column.Ignored()),
            Map.entry("bemerkung", new Column.Ignored()),
            Map.entry("action is", new Column.ActionIs()),
            Map.entry("action is one of", new Column.ActionIs()),
            Map.entry("aktion ist", new Column.ActionIs()),
            Map.entry("aktion ist eines von", new Column.ActionIs()),
            Map.entry("group is", new Column.GroupIs()),
            Map.entry("group is one of", new Column.GroupIs()),
            Map.entry("gruppe ist", new Column.GroupIs()),
            Map.entry("gruppe ist eines von", new Column.GroupIs()));
    private static final Map<String, Column> OUTPUTS = Map.ofEntries(
            Map.entry("eligible", new Column.Verdict(Layer.ELIGIBILITY)),
            Map.entry("geeignet", new Column.Verdict(Layer.ELIGIBILITY)),
            Map.entry("applicable", new Column.Verdict(Layer.APPLICABILITY)),
            Map.entry("anwendbar", new Column.Verdict(Layer.APPLICABILITY)),
            Map.entry("suitable", new Column.Verdict(Layer.SUITABILITY)),
            Map.entry("passend", new Column.Verdict(Layer.SUITABILITY)),
            Map.entry("add action", new Column.AddAction()),
            Map.entry("aktion hinzufügen", new Column.AddAction()),
            Map.entry("use channel", new Column.Channel(false)),
            Map.entry("kanal nutzen", new Column.Channel(false)),
            Map.entry("forbid channel", new Column.Channel(true)),
            Map.entry("kanal sperren", new Column.Channel(true)));
    private final Vocabulary vocabulary;
    private final SubjectType subject;
    private final TermNames names;

    HeadingReader(Vocabulary vocabulary, SubjectType subject, Language language) {
        this.vocabulary = vocabulary;
        this.subject = subject;
        this.names = new TermNames(vocabulary, subject, language);
    }

    TermNames names() {
        return names;
    }

    Column read(String heading) throws NotReadable {
        String folded = Names.folded(heading);
        if (folded.isEmpty()) {
            return new Column.Ignored();
        }
        if (folded.startsWith("=>")) {
            return output(heading.strip().substring(2).strip());
        }
        Column fixed = FIXED.get(folded);
        return fixed == null ? compared(heading) : fixed;
    }

    private Column output(String name) throws NotReadable {
        Column fixed = OUTPUTS.get(Names.folded(name));
        if (fixed != null) {
            return fixed;
        }
        TermPath path = names.find(name).orElseThrow(() -> unknown(name));
        Term term = term(path);
        if (path.scope().isPresent() || !(term.source() instanceof Source.Rules)) {
            throw new NotReadable(
                    FindingCode.NOT_WRITABLE,
                    "",
                    term.title().en(),
                    term.title().de());
        }
        return new Column.Output(term);
    }

    private Column compared(String heading) throws NotReadable {
        List<TermNames.Found> found = names.atStart(heading);
        for (TermNames.Found each : found) {
            Optional<Operator> operator = Operators.find(each.rest());
            if (operator.isPresent()) {
                return compared(each.term(), operator.get());
            }
        }
        if (found.isEmpty()) {
            throw unknown(Operators.without(heading));
        }
        Term term = term(found.getFirst().term());
        throw new NotReadable(
                FindingCode.NOT_UNDERSTOOD,
                "operator",
                found.getFirst().rest(),
                term.title().en(),
                term.title().de());
    }

    private Column compared(TermPath path, Operator operator) throws NotReadable {
        Term term = term(path);
        if (!Operators.fits(operator, term.type())) {
            throw new NotReadable(
                    FindingCode.WRONG_TYPE,
                    "operator",
                    Operators.words(operator, Language.EN),
                    Operators.words(operator, Language.DE),
                    term.title().en(),
                    term.title().de(),
                    term.type());
        }
        return new Column.Compared(path, term, operator);
    }

    private Term term(TermPath path) {
        return vocabulary
                .term(subject, path)
                .orElseThrow(() -> new IllegalStateException(
                        "The name of " + path + " is known for " + subject + " but the term is not."));
    }

    private NotReadable unknown(String name) {
        return new NotReadable(
                FindingCode.UNKNOWN_TERM, "", name, names.nearest(name).orElse("-"));
    }
}
