package org.lotse.rules.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.lotse.engine.rule.RowRef;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.SubjectType;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.model.Promise;
import org.lotse.rules.read.RuleContent;

/**
 * Tries whether the tables and sentences of a bundle keep its promises by themselves. At run time a promise withholds
 * what would break it; here the same is found before publishing, with the smallest case that shows it. Thread-safe.
 */
public final class TryPromises {
    private static final long SEED = 17;
    private static final int BATCH = 64;
    private static final int EXAMPLES = 3;

    private final RuleContent content;
    private final Instant at;
    private final Trial trial;

    /**
     * How much is tried.
     *
     * @param cases how many cases are generated
     * @param time after which no more are begun
     */
    public record Budget(int cases, Duration time) {
        /** Enough to meet every row of a few hundred several times. */
        public static final Budget USUAL = new Budget(1_000, Duration.ofSeconds(30));
    }

    /** Hears how far trying is, 0 to 1, and how many cases were tried; ends it by throwing. */
    @FunctionalInterface
    public interface Progress {
        /** Nobody asks. */
        Progress UNHEARD = (share, tried) -> {};

        void at(double share, int tried);
    }

    /**
     * What came of it.
     *
     * @param cases how many generated cases were tried
     * @param known how many known customers were tried
     * @param findings one per promise that does not hold
     */
    public record Result(int cases, int known, List<Finding> findings) {
        public Result {
            findings = List.copyOf(findings);
        }
    }

    /**
     * @param content what the bundle says
     * @param rules the same, compiled
     * @param at the moment of the decisions tried
     */
    public TryPromises(RuleContent content, RuleSet rules, Instant at) {
        this.content = content;
        this.at = at;
        this.trial = new Trial(rules, at);
    }

    /** Tries generated cases and known customers. */
    public Result run(List<TrialCase> known, Budget budget) {
        return run(known, budget, Progress.UNHEARD);
    }

    /** Tries generated cases and known customers, saying how far it is. */
    public Result run(List<TrialCase> known, Budget budget, Progress progress) {
        long end = System.nanoTime() + budget.time().toNanos();
        Map<RowRef, Broken> broken = new TreeMap<>();
        Set<SubjectType> promised = new LinkedHashSet<>();
        content.promises().stream().map(Promise::subject).forEach(promised::add);
        int all = known.size() + budget.cases() * promised.size();
        int made = 0;
        int asked = 0;
        for (SubjectType subject : promised) {
            List<TrialCase> customers = known.stream()
                    .filter(one -> one.subject().type().equals(subject))
                    .toList();
            int before = asked + made;
            asked += tryAll(customers, end, broken, tried -> tell(progress, before + tried, all));
            int since = asked + made;
            made += tryAll(
                    new MakeCases(content, subject, at, SEED).make(budget.cases()),
                    end,
                    broken,
                    tried -> tell(progress, since + tried, all));
        }
        int customers = asked;
        List<Finding> findings = broken.values().stream()
                .map(each -> new WordBroken(content, new Smallest(trial)).word(each.first, each.known, customers))
                .toList();
        return new Result(made, customers, findings);
    }

    /** The first case that broke a promise, and the known customers that did. */
    private static final class Broken {
        private final Trial.Broken first;
        private final Set<String> known = new LinkedHashSet<>();

        Broken(Trial.Broken first) {
            this.first = first;
        }
    }

    private static void tell(Progress progress, int tried, int all) {
        progress.at(Math.min(1, tried / (double) Math.max(1, all)), tried);
    }

    private int tryAll(List<TrialCase> cases, long end, Map<RowRef, Broken> broken, IntConsumer progress) {
        int tried = 0;
        for (int from = 0; from < cases.size() && System.nanoTime() < end; from += BATCH) {
            List<TrialCase> some = cases.subList(from, Math.min(from + BATCH, cases.size()));
            List<Trial.Broken> found = new ArrayList<>();
            some.parallelStream().map(trial::of).toList().forEach(found::addAll);
            for (Trial.Broken each : found) {
                Broken of = broken.computeIfAbsent(each.stopped().promise(), promise -> new Broken(each));
                if (each.tried().known()) {
                    of.known.add(each.tried().subject().id());
                }
            }
            tried += some.size();
            progress.accept(tried);
        }
        return tried;
    }

    /** At most so many ids are named. */
    static List<String> some(Set<String> ids) {
        return ids.stream().limit(EXAMPLES).toList();
    }
}
