package org.lotse.rules.sentence;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lotse.engine.rule.Layer;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.term.Language;

/**
 * The fixed words of a language. Of the ways to say an operator or a layer the first is the one written.
 *
 * @param articles words before a name that carry no meaning
 * @param verbs the forms of "to be" comparisons use
 * @param operators how comparisons are said after, or in German around, the verb
 * @param layers how the layers of the engagement policy are said
 * @param and the word that joins what must all hold
 * @param or the word that joins what may hold
 * @param yes words for yes
 * @param no words for no
 */
record Phrases(
        Set<String> articles,
        Set<String> verbs,
        Map<Operator, List<String>> operators,
        Map<Layer, List<String>> layers,
        String and,
        String or,
        List<String> yes,
        List<String> no) {
    private static final Phrases ENGLISH = new Phrases(
            Set.of("the", "a", "an"),
            Set.of("is", "are", "lies", "lie"),
            Map.ofEntries(
                    Map.entry(Operator.IS_NOT, List.of("not")),
                    Map.entry(Operator.IS, List.of("equal to", "exactly")),
                    Map.entry(Operator.IS_ONE_OF, List.of("one of")),
                    Map.entry(Operator.IS_NONE_OF, List.of("none of", "not one of")),
                    Map.entry(Operator.FROM, List.of("at least", "from", "on or after", "not below", "no less than")),
                    Map.entry(Operator.ABOVE, List.of("above", "over", "more than", "greater than", "higher than")),
                    Map.entry(
                            Operator.UP_TO,
                            List.of("at most", "up to", "on or before", "not above", "no more than", "not more than")),
                    Map.entry(Operator.BELOW, List.of("below", "under", "less than", "fewer than", "lower than")),
                    Map.entry(Operator.BEFORE, List.of("before")),
                    Map.entry(Operator.AFTER, List.of("after")),
                    Map.entry(Operator.WITHIN_THE_LAST, List.of("within the last")),
                    Map.entry(Operator.IS_GIVEN, List.of("given", "known")),
                    Map.entry(Operator.IS_MISSING, List.of("missing", "not given", "unknown", "not known"))),
            Map.of(
                    Layer.ELIGIBILITY, List.of("eligible"),
                    Layer.APPLICABILITY, List.of("applicable"),
                    Layer.SUITABILITY, List.of("suitable")),
            "and",
            "or",
            List.of("yes", "true"),
            List.of("no", "false"));

    private static final Phrases GERMAN = new Phrases(
            Set.of("der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines"),
            Set.of("ist", "sind", "liegt", "liegen", "beträgt", "betragen"),
            Map.ofEntries(
                    Map.entry(Operator.IS_NOT, List.of("nicht", "nicht bei")),
                    Map.entry(Operator.IS, List.of("gleich", "genau", "bei")),
                    Map.entry(Operator.IS_ONE_OF, List.of("eines von", "einer von", "eine von")),
                    Map.entry(Operator.IS_NONE_OF, List.of("keines von", "keiner von", "keine von", "nicht eines von")),
                    Map.entry(Operator.FROM, List.of("mindestens", "ab", "nicht unter", "wenigstens")),
                    Map.entry(Operator.ABOVE, List.of("über", "mehr als", "größer als", "höher als")),
                    Map.entry(Operator.UP_TO, List.of("höchstens", "bis", "bis zu", "nicht über", "maximal")),
                    Map.entry(
                            Operator.BELOW,
                            List.of("unter", "weniger als", "kleiner als", "niedriger als", "geringer als")),
                    Map.entry(Operator.BEFORE, List.of("vor")),
                    Map.entry(Operator.AFTER, List.of("nach")),
                    Map.entry(Operator.WITHIN_THE_LAST, List.of("in den letzten", "innerhalb der letzten")),
                    Map.entry(Operator.IS_GIVEN, List.of("angegeben", "bekannt")),
                    Map.entry(Operator.IS_MISSING, List.of("nicht angegeben", "unbekannt", "nicht bekannt"))),
            Map.of(
                    Layer.ELIGIBILITY, List.of("geeignet", "zulässig", "erlaubt"),
                    Layer.APPLICABILITY, List.of("anwendbar", "sinnvoll"),
                    Layer.SUITABILITY, List.of("passend")),
            "und",
            "oder",
            List.of("ja", "wahr"),
            List.of("nein", "falsch"));

    static Phrases in(Language language) {
        return language == Language.DE ? GERMAN : ENGLISH;
    }

    /** The phrase that is written for an operator. */
    String wordFor(Operator operator) {
        return operators.getOrDefault(operator, List.of("")).getFirst();
    }

    /** The word that is written for a layer. */
    String wordFor(Layer layer) {
        return layers.getOrDefault(layer, List.of("")).getFirst();
    }

    /** The operators by all their phrases. */
    Names<Operator> operatorNames() {
        Names<Operator> names = new Names<>();
        operators.forEach((operator, phrases) -> phrases.forEach(phrase -> names.add(phrase, operator)));
        return names;
    }

    /** The layers by all their words. */
    Names<Layer> layerNames() {
        Names<Layer> names = new Names<>();
        layers.forEach((layer, words) -> words.forEach(word -> names.add(word, layer)));
        return names;
    }
}
