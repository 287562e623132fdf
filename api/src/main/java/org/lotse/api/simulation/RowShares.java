package org.lotse.api.simulation;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.lotse.api.rule.Draft;
import org.lotse.api.rule.RuleDesk;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.Judgement;
import org.lotse.engine.rule.RowRef;
import org.lotse.engine.rule.RuleRequest;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Terms;
import org.lotse.rules.check.KnownSubjects;
import org.springframework.stereotype.Component;

/** For how many of the known customers each row of a draft decides anything. Thread-safe. */
@Component
public class RowShares {
    private static final int REMEMBERED = 20;
    private final RuleDesk desk;
    private final KnownSubjects known;
    private final Clock clock;
    private final Map<String, Map<RowRef, Share>> byVersion = new LinkedHashMap<>();

    RowShares(RuleDesk desk, KnownSubjects known, Clock clock) {
        this.desk = desk;
        this.known = known;
        this.clock = clock;
    }

    /**
     * How far a row reaches.
     *
     * @param count for how many it decides anything
     * @param of among how many
     */
    public record Share(int count, int of) {
        /** In percent. */
        public double percent() {
            return of == 0 ? 0 : 100.0 * count / of;
        }
    }

    /**
     * The rows of one file that decide anything, by sheet and row: {@code Sheet!4}, in a text file {@code !4}.
     *
     * @throws org.lotse.api.problem.ProblemException when the draft has errors
     */
    public Map<String, Share> of(UUID draft, String path) {
        Map<String, Share> shares = new TreeMap<>();
        of(desk.compilable(draft)).forEach((row, share) -> {
            if (row.file().equals(path)) {
                shares.put(row.sheet() + "!" + row.row(), share);
            }
        });
        return shares;
    }

    private Map<RowRef, Share> of(Draft draft) {
        synchronized (byVersion) {
            Map<RowRef, Share> remembered = byVersion.get(draft.version());
            if (remembered != null) {
                return remembered;
            }
        }
        Map<RowRef, Share> counted = count(desk.compiled(draft.id()));
        synchronized (byVersion) {
            byVersion.put(draft.version(), counted);
            if (byVersion.size() > REMEMBERED) {
                byVersion.remove(byVersion.keySet().iterator().next());
            }
        }
        return counted;
    }

    private Map<RowRef, Share> count(RuleSet rules) {
        Map<RowRef, Share> shares = new TreeMap<>();
        for (SubjectType type : rules.vocabulary().subjects().keySet()) {
            DecisionDeclaration decision = decision(rules, type);
            Map<CandidateRef, Terms> candidates = candidates(rules, decision);
            List<KnownSubjects.Known> some =
                    known.some(type, rules.vocabulary(), rules.settings().zone());
            Map<RowRef, Integer> counts = new TreeMap<>();
            for (KnownSubjects.Known one : some) {
                Judgement judgement =
                        rules.judge(new RuleRequest(decision, type, one.terms(), candidates, clock.instant()));
                Judged.rows(judgement).forEach(row -> counts.merge(row, 1, Integer::sum));
            }
            counts.forEach((row, count) -> shares.put(row, new Share(count, some.size())));
        }
        return shares;
    }

    /** A decision in which all actions compete, where there is one: then rows about actions are asked too. */
    private static DecisionDeclaration decision(RuleSet rules, SubjectType type) {
        return rules.vocabulary().decisions().values().stream()
                .filter(one -> one.subject().equals(type) && one instanceof DecisionDeclaration.AmongActions)
                .findFirst()
                .orElse(new DecisionDeclaration.ByRules("reach", type, List.of()));
    }

    private static Map<CandidateRef, Terms> candidates(RuleSet rules, DecisionDeclaration decision) {
        Map<CandidateRef, Terms> candidates = new LinkedHashMap<>();
        if (decision instanceof DecisionDeclaration.AmongActions among) {
            rules.catalogue().actions().values().stream()
                    .filter(action -> among.considers(action.group()))
                    .forEach(action -> candidates.put(new CandidateRef.OfAction(action.key()), Terms.NONE));
        }
        return candidates;
    }
}
