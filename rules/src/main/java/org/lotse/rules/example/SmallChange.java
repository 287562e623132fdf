package org.lotse.rules.example;

import java.util.Optional;
import org.lotse.rules.finding.Place;
import org.lotse.rules.model.Rule;
import org.lotse.rules.model.RuleFile;

/**
 * One cell, or part of a sentence, changed a little.
 *
 * @param file where
 * @param before the row as it is
 * @param after the row changed; empty when it was taken out
 * @param place the cell
 * @param en what was changed, in English
 * @param de what was changed, in German
 */
record SmallChange(RuleFile file, Rule before, Optional<Rule> after, Place place, String en, String de) {}
