package org.lotse.rules.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.lotse.engine.term.SubjectType;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.model.RuleFile;

/** Whom findings concern, by their number in the list. For use by one thread. */
final class Concerns {
    private final Map<Integer, Concern> byFinding = new LinkedHashMap<>();

    /** The subjects a finding is about, and which of them it concerns. */
    record Concern(SubjectType subject, Predicate<Somebody> whom) {}

    /** The finding reported last concerns these. */
    void last(Findings findings, RuleFile file, Predicate<Somebody> whom) {
        if (file.candidate().isEmpty()) {
            byFinding.put(findings.count() - 1, new Concern(file.subject(), whom));
        }
    }

    Map<Integer, Concern> all() {
        return byFinding;
    }
}
