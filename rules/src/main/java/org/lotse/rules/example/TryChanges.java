package org.lotse.rules.example;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.lotse.engine.term.SubjectType;
import org.lotse.rules.drools.DroolsRules;
import org.lotse.rules.model.Rule;
import org.lotse.rules.model.RuleFile;
import org.lotse.rules.read.RuleContent;

/**
 * Changes one cell at a time and asks the examples that passed again: one of them should fail. Many changes are tried at
 * once, on all processors.
 */
final class TryChanges {
    private static final int UNNOTICED_SHOWN = 200;
    private static final long SEED = 11;

    private final RuleContent content;
    private final List<Outcome> passed;
    private final Instant at;
    private final RunExamples.Limits limits;
    private final RunExamples.Progress progress;

    TryChanges(
            RuleContent content,
            List<Outcome> outcomes,
            Instant at,
            RunExamples.Limits limits,
            RunExamples.Progress progress) {
        this.content = content;
        this.passed = outcomes.stream().filter(Outcome::passed).toList();
        this.at = at;
        this.limits = limits;
        this.progress = progress;
    }

    /** Whether a change was tried, and noticed. */
    private record Tried(SmallChange change, boolean noticed) {}

    ExampleReport.Sensitivity run() {
        List<SmallChange> possible = SmallChanges.of(content);
        List<SmallChange> drawn = new ArrayList<>(possible);
        if (drawn.size() > limits.mostChanges()) {
            Collections.shuffle(drawn, new Random(SEED));
            drawn = drawn.subList(0, limits.mostChanges());
        }
        long end = System.nanoTime() + limits.changes().toNanos();
        List<Tried> tried = new ArrayList<>();
        int batch = Math.max(1, 2 * Runtime.getRuntime().availableProcessors());
        for (int from = 0; from < drawn.size() && System.nanoTime() < end; from += batch) {
            List<SmallChange> some = drawn.subList(from, Math.min(from + batch, drawn.size()));
            tried.addAll(some.parallelStream()
                    .map(change -> new Tried(change, notices(change)))
                    .toList());
            progress.at(0.5 + 0.5 * tried.size() / drawn.size(), passed.size());
        }
        int noticed = (int) tried.stream().filter(Tried::noticed).count();
        return new ExampleReport.Sensitivity(possible.size(), tried.size(), noticed, unnoticed(tried));
    }

    private static List<ExampleReport.Unnoticed> unnoticed(List<Tried> tried) {
        return tried.stream()
                .filter(each -> !each.noticed())
                .map(Tried::change)
                .sorted(Comparator.comparing(
                                (SmallChange change) -> change.before().ref())
                        .thenComparing(change -> change.place().cell()))
                .limit(UNNOTICED_SHOWN)
                .map(change -> new ExampleReport.Unnoticed(
                        change.place(), change.before().ref().name(), change.en(), change.de()))
                .toList();
    }

    /** Whether any example that passes now fails with the change; only those the change can reach are asked. */
    private boolean notices(SmallChange change) {
        Reach reach = new Reach(change, content);
        List<Example> reached =
                passed.stream().filter(reach::concerns).map(Outcome::example).toList();
        if (reached.isEmpty()) {
            return false;
        }
        try (DroolsRules changed = DroolsRules.compile(changed(change, content))) {
            return reached.stream()
                    .anyMatch(each -> !Rehearsal.of(each, changed, at).passed());
        }
    }

    /** Only files about the same subject, and about those it is linked to, can matter. */
    @SuppressWarnings("ReferenceEquality")
    static RuleContent changed(SmallChange change, RuleContent content) {
        Set<SubjectType> read = linked(change.file().subject(), content);
        List<RuleFile> files = content.files().stream()
                .filter(file -> read.contains(file.subject()))
                .map(file -> file == change.file() ? changed(file, change) : file)
                .toList();
        return new RuleContent(
                content.version(),
                content.vocabulary(),
                content.catalogue(),
                content.contactPolicy(),
                content.settings(),
                files,
                content.promises(),
                content.segments(),
                content.triggers(),
                content.replies(),
                List.of());
    }

    private static Set<SubjectType> linked(SubjectType from, RuleContent content) {
        Set<SubjectType> reached = new LinkedHashSet<>(Set.of(from));
        List<SubjectType> open = new ArrayList<>(reached);
        while (!open.isEmpty()) {
            content.vocabulary().links().getOrDefault(open.removeLast(), Map.of()).values().stream()
                    .filter(reached::add)
                    .forEach(open::add);
        }
        return reached;
    }

    @SuppressWarnings("ReferenceEquality")
    private static RuleFile changed(RuleFile file, SmallChange change) {
        List<Rule> rules = new ArrayList<>();
        for (Rule rule : file.rules()) {
            if (rule != change.before()) {
                rules.add(rule);
            } else {
                change.after().ifPresent(rules::add);
            }
        }
        return new RuleFile(
                file.path(),
                file.sheet(),
                file.name(),
                file.language(),
                file.subject(),
                file.candidate(),
                file.hitPolicy(),
                rules);
    }
}
