package org.lotse.engine.reply;

import java.time.Instant;
import java.util.Optional;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.Terms;

/**
 * Something has been decided and is about to be said.
 *
 * @param decision what was decided
 * @param action the action offered; empty where none is
 * @param terms everything read and concluded about the subject, and about the chosen candidate under its type
 * @param language the language wanted; where nothing is written in it, another one has to do
 * @param at the moment
 */
public record Occasion(
        DecisionDeclaration decision, Optional<ActionKey> action, Terms terms, Language language, Instant at) {}
