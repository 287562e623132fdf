package org.lotse.rules.trial;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lotse.engine.rule.Settings;
import org.lotse.engine.term.Reading;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;
import org.lotse.rules.RulesRefused;
import org.lotse.rules.check.KnownSubjects;
import org.lotse.rules.drools.DroolsRules;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.model.Promise;
import org.lotse.rules.read.ReadRules;
import org.lotse.rules.read.RuleBundle;
import org.lotse.rules.read.RuleContent;
import org.lotse.rules.sentence.ReadSentences;

/** Tries the promises of a whole bundle before it is published. Thread-safe. */
public final class ProvePromises {
    private final KnownSubjects known;
    private final TryPromises.Budget budget;

    /**
     * @param known the subjects the company knows; some of them are tried
     * @param budget how much is tried
     */
    public ProvePromises(KnownSubjects known, TryPromises.Budget budget) {
        this.known = known;
        this.budget = budget;
    }

    /**
     * What came of it.
     *
     * @param bundle files in which a check has found no error
     * @throws RulesRefused when they cannot be read
     */
    public TryPromises.Result prove(RuleBundle bundle, Instant at) {
        return prove(bundle, at, TryPromises.Progress.UNHEARD);
    }

    /** The same, saying how far it is. */
    public TryPromises.Result prove(RuleBundle bundle, Instant at, TryPromises.Progress progress) {
        RuleContent content = new ReadRules(new ReadSentences()).read(bundle);
        if (content.hasErrors()) {
            throw new RulesRefused(content.version(), content.findings());
        }
        Settings settings = content.settings().orElseThrow();
        List<TrialCase> cases = content.promises().stream().map(Promise::subject).collect(Collectors.toSet()).stream()
                .flatMap(type -> known.some(type, content.vocabulary(), settings.zone()).stream())
                .map(ProvePromises::known)
                .toList();
        try (DroolsRules rules = DroolsRules.compile(content)) {
            return new TryPromises(content, rules, at).run(cases, budget, progress);
        }
    }

    private static TrialCase known(KnownSubjects.Known known) {
        Map<TermKey, Value> values = new HashMap<>();
        known.terms().readings().forEach((path, reading) -> {
            if (path.scope().isEmpty() && reading instanceof Reading.Known(Value value)) {
                values.put(path.key(), value);
            }
        });
        return new TrialCase(known.id(), true, values, known.permissions());
    }

    /** The codes of findings that come from trying, to be replaced by those of a newer try. */
    public static Set<FindingCode> codes() {
        return Set.of(FindingCode.PROMISE_BROKEN);
    }
}
