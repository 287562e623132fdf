package org.lotse.rules.sentence;

import org.lotse.engine.rule.Layer;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.rules.model.ActionSelector;
import org.lotse.rules.model.Consequence;
import org.lotse.rules.model.Operand;

/** Words one conclusion; in German with the verb first, as after "dann". */
final class WriteConsequence {
    private final Words words;
    private final WriteOperand operands;
    private final WriteSelection selection;

    WriteConsequence(Words words, WriteOperand operands, WriteSelection selection) {
        this.words = words;
        this.operands = operands;
        this.selection = selection;
    }

    String write(Consequence consequence) {
        boolean german = words.isGerman();
        return switch (consequence) {
            case Consequence.SetTerm(TermKey key, Operand value, var ignored) -> set(key, value);
            case Consequence.AddPoints(TermKey key, Operand points, var ignored) -> points(key, points);
            case Consequence.ActionVerdict(var actions, Layer layer, boolean allowed, var ignored) ->
                verdict(actions, layer, allowed);
            case Consequence.AddAction(var action, var ignored) -> {
                String name = operands.quoted(action.value());
                yield german ? "füge die Aktion " + name + " hinzu" : "add action " + name;
            }
            case Consequence.UseChannel(var channel, var ignored) ->
                (german ? "nutze den Kanal " : "use channel ") + selection.name(channel);
            case Consequence.ForbidChannel(var channel, var ignored) ->
                german
                        ? "ist der Kanal " + selection.name(channel) + " gesperrt"
                        : "the channel " + selection.name(channel) + " is forbidden";
        };
    }

    private String set(TermKey key, Operand value) {
        TermPath path = TermPath.of(key);
        String said = operands.operand(operands.declared(path), value);
        return words.isGerman() ? "ist " + operands.term(path) + " " + said : operands.term(path) + " is " + said;
    }

    private String points(TermKey key, Operand points) {
        String said = operands.points(points);
        String term = "[" + key + "]";
        return words.isGerman()
                ? "werden " + said + " Punkte zu " + term + " addiert"
                : said + " points are added to " + term;
    }

    private String verdict(ActionSelector actions, Layer layer, boolean allowed) {
        Phrases phrases = Phrases.in(words.language());
        boolean several = WriteSelection.isSeveral(actions);
        String verb = words.isGerman() ? several ? "sind" : "ist" : several ? "are" : "is";
        String not = allowed ? "" : words.isGerman() ? "nicht " : "not ";
        String said = not + phrases.wordFor(layer);
        return words.isGerman()
                ? verb + " " + selection.of(actions) + " " + said
                : selection.of(actions) + " " + verb + " " + said;
    }
}
