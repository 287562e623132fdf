package org.lotse.engine.decision;

import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.TermPath;

/** Which decisions may be answered without a record, where the company allows it: those that serve. */
final class Unrecorded {
    private Unrecorded() {}

    /**
     * Whether a decision serves. Among actions only those of purpose service are left then; of the others those count
     * that conclude something marketing may not read.
     */
    static boolean isService(DecisionDeclaration declaration, RuleSet rules) {
        return switch (declaration) {
            case DecisionDeclaration.AmongActions ignored -> true;
            case DecisionDeclaration.AmongSubjects ignored -> true;
            case DecisionDeclaration.ByRules(var key, var subject, var outputs, var purpose) ->
                purpose == Purpose.SERVICE
                        && outputs.stream()
                                .flatMap(output -> rules.vocabulary().term(subject, TermPath.of(output)).stream())
                                .anyMatch(term -> !term.purposes().contains(Purpose.MARKETING));
        };
    }
}
