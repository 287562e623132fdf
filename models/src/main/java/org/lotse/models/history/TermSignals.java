package org.lotse.models.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Vocabulary;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.signal.CallSlot;
import org.lotse.models.signal.LeftOut;

/**
 * Which terms of the vocabulary a model learns from: attributes and aggregates when it wants all, others by name, never
 * sensitive ones unless that is declared lawful, and for marketing only those that may be used for it.
 *
 * @param terms the chosen terms
 * @param extra what is known of the observation itself: action, channel, weekday, hour, half-day
 * @param leftOut the others that would have come with all, and why not
 */
record TermSignals(Map<TermKey, Term> terms, List<String> extra, List<LeftOut> leftOut) {
    private static final Set<String> OF_THE_MOMENT =
            Set.of(Moments.ACTION, Moments.CHANNEL, CallSlot.WEEKDAY, CallSlot.HOUR, CallSlot.HALF_DAY);

    static TermSignals of(ModelDefinition definition, Vocabulary vocabulary, SubjectType subject) {
        Map<TermKey, Term> all = vocabulary.terms(subject);
        Set<String> wanted = new TreeSet<>(definition.signals().named());
        if (definition.perPair()) {
            wanted.addAll(Set.of(Moments.ACTION, Moments.CHANNEL));
        }
        List<String> extra = wanted.stream().filter(OF_THE_MOMENT::contains).toList();
        Set<String> out = new TreeSet<>(definition.exclude());
        out.addAll(definition.signals().but());
        out.addAll(definition.sensitive());
        checkKnown(definition, all, wanted);
        checkKnown(definition, all, out);
        checkKnown(definition, all, definition.guards().lawful().keySet());
        Map<TermKey, Term> chosen = new LinkedHashMap<>();
        List<LeftOut> leftOut = new ArrayList<>();
        all.forEach((key, term) -> {
            boolean named = wanted.contains(key.value()) && !extra.contains(key.value());
            if (named) {
                checkAllowed(definition, term);
                chosen.put(key, term);
            } else if (definition.signals().all() && comesWithAll(term)) {
                if (out.contains(key.value())) {
                    leftOut.add(new LeftOut(key.value(), LeftOut.Why.EXCLUDED));
                } else if (term.sensitive()) {
                    leftOut.add(new LeftOut(key.value(), LeftOut.Why.SENSITIVE));
                } else if (!term.servesPurpose(definition.purpose())) {
                    leftOut.add(new LeftOut(key.value(), LeftOut.Why.PURPOSE));
                } else {
                    chosen.put(key, term);
                }
            }
        });
        return new TermSignals(chosen, extra, leftOut);
    }

    private static boolean comesWithAll(Term term) {
        return term.source() instanceof Source.Attribute || term.source() instanceof Source.Aggregate;
    }

    private static void checkAllowed(ModelDefinition definition, Term term) {
        if (term.sensitive() && !definition.guards().allow(term.key().value())) {
            throw new ModelProblem("The term \"" + term.key() + "\" is sensitive and must not be a signal of "
                    + definition.name()
                    + ". Maybe leave it out, or, where that is so, declare with the reason why it may be"
                    + " used: lawful: {" + term.key() + ": the reason}.");
        }
        if (definition.purpose() == Purpose.MARKETING && !term.servesPurpose(Purpose.MARKETING)) {
            throw new ModelProblem("The term \"" + term.key() + "\" is not for marketing, but " + definition.name()
                    + " is used for it. Maybe write purpose: service, or leave the term out.");
        }
        if (term.source() instanceof Source.Prediction(String model) && model.equals(definition.name())) {
            throw new ModelProblem("The term \"" + term.key() + "\" is the prediction of " + model + " itself.");
        }
    }

    private static void checkKnown(ModelDefinition definition, Map<TermKey, Term> all, Set<String> names) {
        for (String name : names) {
            boolean known =
                    OF_THE_MOMENT.contains(name) || TermKey.isWellFormed(name) && all.containsKey(new TermKey(name));
            if (!known) {
                throw new ModelProblem(
                        "The definition of " + definition.name() + " names the signal \"" + name
                                + "\", which is no term of its subject. Maybe declare it in the vocabulary, or correct the name.");
            }
        }
    }
}
