package org.lotse.rules.read;

import org.lotse.engine.rule.Layer;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermPath;

/** What a heading says about the cells below it. */
sealed interface Column {
    /** A condition about a term. */
    record Compared(TermPath path, Term term, Operator operator) implements Column {}

    /** Which actions the row is about. */
    record ActionIs() implements Column {}

    /** Which groups of actions the row is about. */
    record GroupIs() implements Column {}

    /** A term the row gives a value. */
    record Output(Term term) implements Column {}

    /** Whether the candidate passes a layer. */
    record Verdict(Layer layer) implements Column {}

    /** An action put forward. */
    record AddAction() implements Column {}

    /** A channel asked for, or forbidden. */
    record Channel(boolean forbidden) implements Column {}

    /** The row's name. */
    record Name() implements Column {}

    /** The row's first or last day. */
    record Validity(boolean from) implements Column {}

    /** For people only, or not understood and reported. */
    record Ignored() implements Column {}
}
