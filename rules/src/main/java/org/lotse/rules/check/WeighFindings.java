package org.lotse.rules.check;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.lotse.engine.rule.Judgement;
import org.lotse.engine.rule.RuleRequest;
import org.lotse.engine.rule.Settings;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Value;
import org.lotse.rules.drools.DroolsRules;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.model.Rule;
import org.lotse.rules.model.RuleFile;
import org.lotse.rules.read.RuleContent;

/** Says of findings about cases how many known subjects are such cases, and names some. */
final class WeighFindings {
    private static final int NAMED = 3;
    /** With fewer known subjects it means little that none of them has a value. */
    private static final int ENOUGH = 50;

    private final RuleContent content;
    private final Concerns concerns;
    private final KnownSubjects known;
    private final Instant at;

    WeighFindings(RuleContent content, Concerns concerns, KnownSubjects known, Instant at) {
        this.content = content;
        this.concerns = concerns;
        this.known = known;
        this.at = at;
    }

    private record Seen(String id, Somebody somebody) {}

    List<Finding> weighed() {
        List<Finding> findings = new ArrayList<>(content.findings());
        Optional<ZoneId> zone = content.settings().map(Settings::zone);
        if (zone.isEmpty() || content.hasErrors()) {
            return findings;
        }
        Map<SubjectType, List<Seen>> seen = new HashMap<>();
        try (DroolsRules rules = DroolsRules.compile(content)) {
            concerns.all().forEach((number, concern) -> {
                List<Seen> of = seen.computeIfAbsent(concern.subject(), type -> see(type, rules, zone.get()));
                if (!of.isEmpty()) {
                    findings.set(number, weighed(findings.get(number), concern, of));
                }
            });
            for (RuleFile file : content.files()) {
                seen.computeIfAbsent(file.subject(), type -> see(type, rules, zone.get()));
            }
        }
        findings.addAll(notSupplied(seen));
        return findings;
    }

    private List<Seen> see(SubjectType type, DroolsRules rules, ZoneId zone) {
        Optional<DecisionDeclaration> decision = content.vocabulary().decisions().values().stream()
                .filter(each -> each.subject().equals(type))
                .findFirst();
        return known.some(type, content.vocabulary(), zone).parallelStream()
                .map(one -> new Seen(one.id().id(), new Somebody(values(one, decision, rules), at, zone)))
                .toList();
    }

    private Function<TermPath, Optional<Value>> values(
            KnownSubjects.Known one, Optional<DecisionDeclaration> decision, DroolsRules rules) {
        if (decision.isEmpty()) {
            return one.terms()::value;
        }
        Judgement judgement =
                rules.judge(new RuleRequest(decision.get(), one.id().type(), one.terms(), Map.of(), at));
        Map<TermPath, Value> concluded = new HashMap<>();
        judgement
                .conclusions()
                .forEach((key, conclusion) ->
                        conclusion.value().ifPresent(value -> concluded.put(TermPath.of(key), value)));
        return path ->
                Optional.ofNullable(concluded.get(path)).or(() -> one.terms().value(path));
    }

    private static Finding weighed(Finding finding, Concerns.Concern concern, List<Seen> of) {
        List<String> whom = of.stream()
                .filter(one -> concern.whom().test(one.somebody()))
                .map(Seen::id)
                .toList();
        double share = (double) whom.size() / of.size();
        List<String> named = whom.subList(0, Math.min(NAMED, whom.size()));
        return Findings.weighed(finding, share, named);
    }

    /** Terms that rows read and that none of the known subjects has. */
    private List<Finding> notSupplied(Map<SubjectType, List<Seen>> seen) {
        Findings findings = new Findings();
        Map<SubjectType, SortedSet<TermPath>> told = new TreeMap<>(java.util.Comparator.comparing(SubjectType::value));
        for (RuleFile file : content.files()) {
            List<Seen> of = seen.getOrDefault(file.subject(), List.of());
            for (Rule rule : file.rules()) {
                for (TermPath path : rule.reads()) {
                    if (of.size() >= ENOUGH
                            && isSupplied(file.subject(), path)
                            && told.computeIfAbsent(file.subject(), ignored -> new TreeSet<>())
                                    .add(path)
                            && of.stream()
                                    .allMatch(one ->
                                            one.somebody().values().apply(path).isEmpty())) {
                        notSupplied(file, rule, path, of.size(), findings);
                    }
                }
            }
        }
        return findings.all();
    }

    private void notSupplied(RuleFile file, Rule rule, TermPath path, int size, Findings findings) {
        String cell = rule.condition().tests().stream()
                .filter(test -> test.term().equals(path))
                .map(test -> test.cell())
                .findFirst()
                .orElse("");
        var title =
                content.vocabulary().term(file.subject(), path).orElseThrow().title();
        findings.warning(Places.of(rule, cell), FindingCode.NOT_SUPPLIED, "", title.en(), title.de(), size);
    }

    /** What is sent with a request is never stored; what rules conclude has a check of its own. */
    private boolean isSupplied(SubjectType subject, TermPath path) {
        return path.scope().isEmpty()
                && content.vocabulary()
                        .term(subject, path)
                        .filter(term ->
                                !(term.source() instanceof Source.Context) && !(term.source() instanceof Source.Rules))
                        .isPresent();
    }
}
