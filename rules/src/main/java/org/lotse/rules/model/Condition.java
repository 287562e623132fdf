package org.lotse.rules.model;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.TermPath;

/** When a rule hits. There is no negation: an operator says what is meant when a term is missing. */
public sealed interface Condition {
    /** Holds for everyone. */
    Condition ALWAYS = new All(List.of());

    /** All parts hold; without parts it always holds. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one part holds; without parts it never holds. */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A comparison of a term. False whenever the term or an operand is missing, except for {@link Operator#IS_MISSING}.
     *
     * @param term what is read
     * @param operator how it is compared
     * @param operands what it is compared with: none for given and missing, several for one of, none of and contains (one of
     *     them has to be there), days for
     *     within the last, else one
     * @param cell where it stands, {@code C4}; empty in sentences
     */
    record Test(TermPath term, Operator operator, List<Operand> operands, String cell) implements Condition {
        public Test {
            operands = List.copyOf(operands);
        }
    }

    /** In promises: the action chosen is one of these. */
    record ChosenAction(ActionSelector actions) implements Condition {}

    /** In promises: this channel is used. */
    record ChosenChannel(ChannelKey channel) implements Condition {}

    /** In promises: the person has objected to this purpose. */
    record Objection(Purpose purpose) implements Condition {}

    /** In promises: the channel used needs a consent that the person has not given. */
    record ConsentMissing() implements Condition {}

    /** Every term the condition reads, operands included. */
    default SortedSet<TermPath> reads() {
        SortedSet<TermPath> read = new TreeSet<>();
        tests().forEach(test -> {
            read.add(test.term());
            test.operands().forEach(operand -> read.addAll(operand.reads()));
        });
        return read;
    }

    /** All comparisons in the order of the file, however they are joined. */
    default List<Test> tests() {
        return switch (this) {
            case All(List<Condition> parts) ->
                parts.stream().flatMap(part -> part.tests().stream()).toList();
            case Any(List<Condition> parts) ->
                parts.stream().flatMap(part -> part.tests().stream()).toList();
            case Test test -> List.of(test);
            case ChosenAction ignored -> List.of();
            case ChosenChannel ignored -> List.of();
            case Objection ignored -> List.of();
            case ConsentMissing ignored -> List.of();
        };
    }
}
