package org.lotse.rules.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lotse.engine.calculation.Calculation;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.TermType;
import org.lotse.engine.term.Value;
import org.lotse.rules.finding.Place;
import org.lotse.rules.finding.ShowValue;
import org.lotse.rules.model.Condition;
import org.lotse.rules.model.Consequence;
import org.lotse.rules.model.Operand;
import org.lotse.rules.model.Rule;
import org.lotse.rules.model.RuleFile;
import org.lotse.rules.read.RuleContent;

/**
 * Every small change somebody could make to a cell by mistake: a number a little higher or lower, another value of a
 * choice, a condition emptied, a conclusion altered, a row taken out.
 */
final class SmallChanges {
    private static final double PART = 0.1;

    private final RuleContent content;
    private final List<SmallChange> changes = new ArrayList<>();

    private SmallChanges(RuleContent content) {
        this.content = content;
    }

    static List<SmallChange> of(RuleContent content) {
        SmallChanges all = new SmallChanges(content);
        content.files().forEach(file -> file.rules().forEach(rule -> all.row(file, rule)));
        return all.changes;
    }

    private void row(RuleFile file, Rule rule) {
        changes.add(new SmallChange(
                file, rule, Optional.empty(), place(rule, ""), "the row taken out", "die Zeile weggelassen"));
        for (Condition.Test test : rule.condition().tests()) {
            tests(file, rule, test);
        }
        for (int at = 0; at < rule.consequences().size(); at++) {
            conclusions(file, rule, at);
        }
    }

    private void tests(RuleFile file, Rule rule, Condition.Test test) {
        Optional<Term> term = content.vocabulary().term(file.subject(), test.term());
        add(
                file,
                rule,
                test,
                Optional.empty(),
                "the condition on “" + term.map(each -> each.title().en()).orElse("-") + "” left out",
                "die Bedingung an „" + term.map(each -> each.title().de()).orElse("-") + "“ weggelassen");
        if (term.isEmpty() || test.operator() == Operator.IS_GIVEN || test.operator() == Operator.IS_MISSING) {
            return;
        }
        if (test.operands().size() > 1) {
            List<Operand> fewer = test.operands().subList(1, test.operands().size());
            Condition.Test changed = new Condition.Test(test.term(), test.operator(), fewer, test.cell());
            add(file, rule, test, Optional.of(changed), "the first value left out", "der erste Wert weggelassen");
        } else if (!test.operands().isEmpty() && test.operands().getFirst() instanceof Operand.Fixed(Value value)) {
            for (Value other : others(term.get(), value)) {
                Condition.Test changed = new Condition.Test(
                        test.term(), test.operator(), List.of(new Operand.Fixed(other)), test.cell());
                add(
                        file,
                        rule,
                        test,
                        Optional.of(changed),
                        instead(term.get(), value, other, Language.EN),
                        instead(term.get(), value, other, Language.DE));
            }
        }
    }

    private void add(
            RuleFile file, Rule rule, Condition.Test test, Optional<Condition.Test> changed, String en, String de) {
        Condition condition = replaced(rule.condition(), test, changed);
        Rule after = new Rule(rule.ref(), rule.validFrom(), rule.validUntil(), condition, rule.consequences());
        changes.add(new SmallChange(file, rule, Optional.of(after), place(rule, test.cell()), en, de));
    }

    /** The condition with one comparison replaced; it is found by identity, as equal ones may stand in it twice. */
    @SuppressWarnings("ReferenceEquality")
    private static Condition replaced(Condition in, Condition.Test wanted, Optional<Condition.Test> by) {
        return switch (in) {
            case Condition.All(List<Condition> parts) ->
                new Condition.All(parts(parts, part -> replaced(part, wanted, by)));
            case Condition.Any(List<Condition> parts) ->
                new Condition.Any(parts(parts, part -> replaced(part, wanted, by)));
            case Condition.Test test ->
                test == wanted ? by.<Condition>map(each -> each).orElse(Condition.ALWAYS) : test;
            default -> in;
        };
    }

    private static List<Condition> parts(List<Condition> parts, Function<Condition, Condition> change) {
        return parts.stream().map(change).toList();
    }

    private void conclusions(RuleFile file, Rule rule, int at) {
        switch (rule.consequences().get(at)) {
            case Consequence.SetTerm(var key, Operand value, String cell) ->
                values(
                        file,
                        rule,
                        at,
                        TermPath.of(key),
                        value,
                        cell,
                        other -> new Consequence.SetTerm(key, other, cell));
            case Consequence.AddPoints(var key, Operand points, String cell) ->
                values(
                        file,
                        rule,
                        at,
                        TermPath.of(key),
                        points,
                        cell,
                        other -> new Consequence.AddPoints(key, other, cell));
            case Consequence.ActionVerdict(var actions, var layer, boolean allowed, String cell) ->
                add(
                        file,
                        rule,
                        at,
                        new Consequence.ActionVerdict(actions, layer, !allowed, cell),
                        cell,
                        allowed ? "no instead of yes" : "yes instead of no",
                        allowed ? "nein statt ja" : "ja statt nein");
            case Consequence.UseChannel(var channel, String cell) ->
                add(
                        file,
                        rule,
                        at,
                        new Consequence.ForbidChannel(channel, cell),
                        cell,
                        "the channel forbidden instead of used",
                        "der Kanal gesperrt statt genutzt");
            case Consequence.ForbidChannel(var channel, String cell) ->
                add(
                        file,
                        rule,
                        at,
                        new Consequence.UseChannel(channel, cell),
                        cell,
                        "the channel used instead of forbidden",
                        "der Kanal genutzt statt gesperrt");
            case Consequence.AddAction ignored -> {}
        }
    }

    private void values(
            RuleFile file,
            Rule rule,
            int at,
            TermPath path,
            Operand operand,
            String cell,
            Function<Operand, Consequence> make) {
        Optional<Term> term = content.vocabulary().term(file.subject(), path);
        if (term.isEmpty()) {
            return;
        }
        switch (operand) {
            case Operand.Fixed(Value value) -> {
                List<Value> others = others(term.get(), value);
                if (!others.isEmpty()) {
                    Value other = others.getFirst();
                    add(
                            file,
                            rule,
                            at,
                            make.apply(new Operand.Fixed(other)),
                            cell,
                            instead(term.get(), value, other, Language.EN),
                            instead(term.get(), value, other, Language.DE));
                }
            }
            case Operand.Calculated(Calculation calculation) ->
                add(
                        file,
                        rule,
                        at,
                        make.apply(new Operand.Calculated(new Calculation.Binary(
                                Calculation.Sign.TIMES, calculation, new Calculation.Constant(1 + PART)))),
                        cell,
                        "the result a tenth higher",
                        "das Ergebnis um ein Zehntel höher");
            case Operand.OfTerm ignored -> {}
        }
    }

    private void add(RuleFile file, Rule rule, int at, Consequence changed, String cell, String en, String de) {
        List<Consequence> consequences = new ArrayList<>(rule.consequences());
        consequences.set(at, changed);
        Rule after = new Rule(rule.ref(), rule.validFrom(), rule.validUntil(), rule.condition(), consequences);
        changes.add(new SmallChange(file, rule, Optional.of(after), place(rule, cell), en, de));
    }

    /** The values next to one: a little more and a little less, or the next one of a choice. */
    private static List<Value> others(Term term, Value value) {
        return switch (value) {
            case Value.Num(double number) -> numbers(term, number);
            case Value.YesNo(boolean yes) -> List.of(Value.of(!yes));
            case Value.Choice(String key) -> {
                List<String> keys = List.copyOf(term.values().keySet());
                yield keys.size() < 2
                        ? List.of()
                        : List.of(Value.choice(keys.get((keys.indexOf(key) + 1) % keys.size())));
            }
            case Value.Date(var day) -> List.of(Value.of(day.plusDays(1)), Value.of(day.minusDays(1)));
            case Value.Text(String text) -> List.of(Value.text(text + "x"));
        };
    }

    private static List<Value> numbers(Term term, double number) {
        boolean whole = term.type() == TermType.COUNT;
        double step =
                whole ? 1 : number == 0 ? (term.type() == TermType.PROBABILITY ? PART : 1) : Math.abs(number) * PART;
        List<Value> others = new ArrayList<>();
        for (double other : new double[] {number + step, number - step}) {
            if (term.range().map(range -> range.contains(other)).orElse(true)
                    && other >= org.lotse.rules.read.ValueReader.naturalLowest(term.type())
                    && other <= org.lotse.rules.read.ValueReader.naturalHighest(term.type())) {
                others.add(Value.of(other));
            }
        }
        return others;
    }

    private static String instead(Term term, Value value, Value other, Language language) {
        return term.title().in(language) + ": " + ShowValue.in(term, other, language)
                + (language == Language.DE ? " statt " : " instead of ")
                + ShowValue.in(term, value, language);
    }

    private static Place place(Rule rule, String cell) {
        boolean table = !rule.ref().file().endsWith(".rules");
        return new Place(
                rule.ref().file(),
                rule.ref().sheet(),
                cell.isEmpty() && table ? "A" + rule.ref().row() : cell,
                rule.ref().row());
    }
}
