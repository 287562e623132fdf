package org.lotse.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.lotse.engine.arbitration.Factors;
import org.lotse.engine.decision.Answer;
import org.lotse.engine.decision.DecideNextBestAction;
import org.lotse.engine.decision.Decision;
import org.lotse.engine.decision.DecisionRecord;
import org.lotse.engine.decision.Rejection;
import org.lotse.engine.rule.Conclusion;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;
import org.lotse.models.registry.Member;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.scoring.BoostedTrees;
import org.lotse.models.serving.ServedModels;
import org.lotse.models.signal.Signals;
import org.lotse.rules.drools.DroolsRules;

/** Engine and hand-written program over the same customers, proven to decide alike. */
final class Bench {
    final List<Customers.Customer> customers;
    final DecideNextBestAction engine;
    final FlatDecision flat;

    private final Supplier<FlatDecision> flats;
    private final ThreadLocal<DecisionRecord[]> last = ThreadLocal.withInitial(() -> new DecisionRecord[1]);

    /**
     * @param customers how many
     * @param events how many events each has
     * @param perPair whether the acceptance model reads action and channel, and so is asked once per pair
     */
    Bench(int customers, int events, boolean perPair) {
        this.customers = Customers.draw(customers, events, 42);
        DroolsRules rules = Company.compiled();
        Signals plain = Ensembles.signals(false);
        Signals paired = Ensembles.signals(perPair);
        TrainedModel churn = Ensembles.model("churn", plain, 1);
        TrainedModel accept = Ensembles.model("accept", paired, 2);
        double[] percentiles = new double[1_000];
        Arrays.setAll(percentiles, each -> each * 1.3);
        InMemory memory = new InMemory(rules, new ServedModels(List.of(churn, accept)), percentiles, this.customers);
        this.engine = memory.decide(record -> last.get()[0] = record);
        this.flats = () -> new FlatDecision(trees(churn), trees(accept), perPair, percentiles);
        this.flat = flats.get();
    }

    /** The hand-written program for one more thread. */
    FlatDecision anotherFlat() {
        return flats.get();
    }

    private static BoostedTrees trees(TrainedModel model) {
        Member member = model.members().get(Member.WHOLE);
        if (member == null || !(member.scorer() instanceof BoostedTrees trees)) {
            throw new IllegalStateException("The model " + model.name() + " has no trees.");
        }
        return trees;
    }

    /** Compares both for every customer; throws at the first difference. */
    void proveEqual() {
        Map<String, Integer> stages = new HashMap<>();
        for (Customers.Customer customer : customers) {
            DecisionRecord record = ((Answer.Decided) engine.decide(customer.request())).record();
            FlatRecord hand = flat.decide(customer.flat());
            List<String> left = engineSays(record, stages);
            List<String> right = handSays(hand);
            if (!left.equals(right)) {
                throw new IllegalStateException("Different for "
                        + customer.request().subject() + ":\n  engine " + left + "\n  hand   " + right);
            }
        }
        System.out.println("# equal for " + customers.size() + " customers; stages " + new java.util.TreeMap<>(stages));
    }

    private static List<String> engineSays(DecisionRecord record, Map<String, Integer> stages) {
        Decision decision = record.decision();
        List<String> said = new ArrayList<>();
        said.add(value(decision, "lead-score") + " " + value(decision, "service-level"));
        Map<String, String> byAction = new HashMap<>();
        decision.ranked()
                .forEach(ranked -> byAction.put(
                        ranked.candidate().toString(),
                        ranked.channel().orElseThrow() + " " + ranked.factors().priority()));
        decision.notChosen().forEach(not -> byAction.put(not.candidate().toString(), stage(not.rejection())));
        for (String action : Company.ACTIONS) {
            said.add(String.valueOf(byAction.get(action)));
        }
        decision.ranked().forEach(ranked -> stages.merge("CHOSEN", 1, Integer::sum));
        decision.notChosen().forEach(not -> stages.merge(not.rejection().stage().name(), 1, Integer::sum));
        return said;
    }

    /** What was outranked is compared with its priority, whatever exploration put first. */
    private static String stage(Rejection rejection) {
        return rejection instanceof Rejection.Outranked(var rank, var by, var needed, var channel, Factors factors)
                ? channel.orElseThrow() + " " + factors.priority()
                : rejection.stage().name();
    }

    private static String value(Decision decision, String term) {
        return Optional.ofNullable(decision.judgement().conclusions().get(new TermKey(term)))
                .flatMap(Conclusion::value)
                .map(Value::toString)
                .orElse("-");
    }

    private static List<String> handSays(FlatRecord record) {
        List<String> said = new ArrayList<>();
        String[] levels = {"VIP", "PREMIUM", "STANDARD", "BASIC"};
        said.add(Value.of(record.terms[9]) + " " + (record.level < 0 ? "-" : levels[record.level]));
        for (int action = 0; action < Company.ACTIONS.length; action++) {
            int stage = record.stage[action] & 15;
            said.add(
                    stage == 0 || stage == 8
                            ? Customers.CHANNELS[record.channel[action]] + " " + record.priority[action]
                            : FlatRecord.STAGES.get(stage));
        }
        return said;
    }
}
