package org.lotse.rules.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.Catalogue;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.Missing;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.TermType;
import org.lotse.engine.term.Value;
import org.lotse.engine.term.Vocabulary;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.model.Condition;
import org.lotse.rules.model.Operand;

/** Understands single cells of a table, given what their heading says. */
final class CellReader {
    private final Vocabulary vocabulary;
    private final SubjectType subject;
    private final Catalogue catalogue;
    private final TermNames names;
    private final Language language;
    private final ValueReader values;

    CellReader(Vocabulary vocabulary, SubjectType subject, Catalogue catalogue, TermNames names, Language language) {
        this.vocabulary = vocabulary;
        this.subject = subject;
        this.catalogue = catalogue;
        this.names = names;
        this.language = language;
        this.values = new ValueReader(language);
    }

    /** A condition; several values make "is" to "is one of", "is not" to "is none of"; of several words one has to be there. */
    Condition.Test test(Column.Compared column, Cell cell, String at, boolean workbook) throws NotReadable {
        Operator operator = column.operator();
        if (operator == Operator.IS_GIVEN || operator == Operator.IS_MISSING) {
            Operator opposite = operator == Operator.IS_GIVEN ? Operator.IS_MISSING : Operator.IS_GIVEN;
            return new Condition.Test(column.path(), yesNo(cell) ? operator : opposite, List.of(), at);
        }
        if (operator == Operator.WITHIN_THE_LAST) {
            return new Condition.Test(column.path(), operator, List.of(new Operand.Fixed(days(column, cell))), at);
        }
        List<Cell> parts = isList(operator) ? parts(cell, workbook) : List.of(cell);
        List<Operand> operands = new ArrayList<>();
        for (Cell part : parts) {
            operands.add(compared(column.term(), part));
        }
        return new Condition.Test(column.path(), widened(operator, operands.size()), operands, at);
    }

    private Value days(Column.Compared column, Cell cell) throws NotReadable {
        Term term = column.term();
        Term asDays = new Term(
                term.key(),
                term.title(),
                TermType.DURATION,
                java.util.Map.of(),
                Optional.empty(),
                new Missing.Stays(),
                false,
                new Source.Attribute(),
                Optional.empty(),
                Set.of(),
                false,
                List.of());
        return values.read(asDays, cell);
    }

    private Operand compared(Term term, Cell cell) throws NotReadable {
        return isTerm(cell) ? otherTerm(term, cell.text()) : new Operand.Fixed(values.read(term, cell));
    }

    /** What a term is set to: a value, another term, or a calculation where the term is a number. */
    Operand operand(Term term, Cell cell) throws NotReadable {
        if (cell instanceof Cell.Text(String text) && CalculationParser.isCalculation(text)) {
            if (!term.type().isNumeric()) {
                throw new NotReadable(
                        FindingCode.WRONG_TYPE,
                        "calculation",
                        term.title().en(),
                        term.title().de());
            }
            return new Operand.Calculated(CalculationParser.parse(text, names, language));
        }
        return isTerm(cell) ? otherTerm(term, cell.text()) : new Operand.Fixed(values.read(term, cell));
    }

    /** Points may lie outside of the term's range: only their sum has to lie in it. */
    Operand points(Term term, Cell cell) throws NotReadable {
        if (!term.type().isNumeric()) {
            throw new NotReadable(
                    FindingCode.WRONG_TYPE,
                    "sum",
                    term.title().en(),
                    term.title().de());
        }
        return switch (cell) {
            case Cell.Number(double number) -> new Operand.Fixed(Value.of(number));
            case Cell.Text(String text)
            when !CalculationParser.isCalculation(text) && !isTerm(cell) ->
                new Operand.Fixed(Value.of(values.number(text)));
            default -> operand(term, cell);
        };
    }

    boolean yesNo(Cell cell) throws NotReadable {
        return values.yesNo(cell)
                .orElseThrow(() -> new NotReadable(FindingCode.WRONG_TYPE, "yes-no-cell", cell.text()));
    }

    LocalDate day(Cell cell) throws NotReadable {
        return values.day(cell);
    }

    Set<ActionKey> actions(Cell cell, boolean workbook) throws NotReadable {
        Set<ActionKey> found = new LinkedHashSet<>();
        for (Cell part : parts(cell, workbook)) {
            found.add(Actions.find(catalogue, part.text())
                    .orElseThrow(() -> new NotReadable(
                            FindingCode.UNKNOWN_ACTION, "", part.text(), Actions.nearest(catalogue, part.text()))));
        }
        return found;
    }

    Set<String> groups(Cell cell, boolean workbook) throws NotReadable {
        List<String> known = catalogue.actions().values().stream()
                .map(Action::group)
                .distinct()
                .toList();
        Set<String> found = new LinkedHashSet<>();
        for (Cell part : parts(cell, workbook)) {
            found.add(known.stream()
                    .filter(group -> Names.folded(group).equals(Names.folded(part.text())))
                    .findFirst()
                    .orElseThrow(() -> new NotReadable(
                            FindingCode.UNKNOWN_GROUP,
                            "",
                            part.text(),
                            Names.nearest(part.text(), known).orElse("-"))));
        }
        return found;
    }

    ChannelKey channel(Cell cell) throws NotReadable {
        return Channels.find(catalogue.channels().values(), cell.text())
                .orElseThrow(() -> new NotReadable(
                        FindingCode.UNKNOWN_CHANNEL,
                        "",
                        cell.text(),
                        Channels.nearest(catalogue.channels().values(), cell.text())));
    }

    private Operand otherTerm(Term term, String text) throws NotReadable {
        String name = text.substring(1, text.length() - 1);
        TermPath path = names.find(name)
                .orElseThrow(() -> new NotReadable(
                        FindingCode.UNKNOWN_TERM, "", name, names.nearest(name).orElse("-")));
        Term other = vocabulary.term(subject, path).orElseThrow();
        boolean comparable = other.type() == term.type() || isPlain(other.type()) && isPlain(term.type());
        if (!comparable) {
            throw new NotReadable(
                    FindingCode.WRONG_TYPE,
                    "other-term",
                    term.title().en(),
                    term.title().de(),
                    other.title().en(),
                    other.title().de(),
                    term.type(),
                    other.type());
        }
        return new Operand.OfTerm(path);
    }

    /** Numbers without a unit of their own. */
    private static boolean isPlain(TermType type) {
        return type == TermType.NUMBER || type == TermType.COUNT;
    }

    private static boolean isTerm(Cell cell) {
        return cell instanceof Cell.Text(String text) && text.startsWith("[") && text.endsWith("]");
    }

    private static boolean isList(Operator operator) {
        return switch (operator) {
            case IS, IS_NOT, IS_ONE_OF, IS_NONE_OF, CONTAINS -> true;
            default -> false;
        };
    }

    private static Operator widened(Operator operator, int operands) {
        return switch (operator) {
            case IS -> operands > 1 ? Operator.IS_ONE_OF : Operator.IS;
            case IS_NOT -> operands > 1 ? Operator.IS_NONE_OF : Operator.IS_NOT;
            default -> operator;
        };
    }

    private static List<Cell> parts(Cell cell, boolean workbook) {
        if (!(cell instanceof Cell.Text(String text))) {
            return List.of(cell);
        }
        List<Cell> parts = new ArrayList<>();
        for (String part : text.split(workbook ? "[|;]" : "\\|", -1)) {
            if (!part.isBlank()) {
                parts.add(Cell.ofText(part));
            }
        }
        return parts.isEmpty() ? List.of(cell) : parts;
    }
}
