package org.lotse.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.lotse.models.definition.CalibrationChoice;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.definition.Trainer;
import org.lotse.models.definition.Treatment;
import org.lotse.models.evaluation.Candidate;
import org.lotse.models.evaluation.Evaluate;
import org.lotse.models.evaluation.EvaluateUplift;
import org.lotse.models.evaluation.Evaluation;
import org.lotse.models.registry.Finding;
import org.lotse.models.registry.Member;
import org.lotse.models.scoring.Link;
import org.lotse.models.signal.NumberForm;
import org.lotse.models.signal.Signal;
import org.lotse.models.signal.Signals;
import org.lotse.models.training.FixSignal;
import org.lotse.models.training.Learn;
import org.lotse.models.training.LearnEffect;
import org.lotse.models.training.Learned;
import org.lotse.models.training.Progress;
import org.lotse.models.training.Rows;
import org.lotse.models.training.Sums;

/**
 * Learns uplift. Usually in the ways that earned their time on campaigns whose truth was known: the difference of two additive
 * models, one for the treated and one for the control group (the T-learner); trees of everybody in which the treatment is a
 * signal (the S-learner); what everybody does and, learned given that, how the treatment moves it; and means of the latter and
 * the difference. What everybody does, moved, serves, unless another way says beyond noise better what happened: which way looks
 * best on one sample is mostly chance. A definition may ask for one
 * way alone, also for a model of the effect itself, learned from what the other group's model says each row would have done (the
 * X-learner). Where nothing orders rows better than chance, the average effect is served.
 */
final class LearnUplift {
    private static final String MEAN = "mean of ";
    private static final String MOVED = " moved by ";
    private static final String AS_EVERYBODY = "as much as everybody";

    /** How much the view of how the treatment moves everybody counts in the mean, at least half. */
    private static final double[] SHARES = {0.5, 0.75};

    /** Qinis that differ by less are alike. */
    private static final double TRIFLE = 0.01;

    private static final double BEYOND_NOISE = 1.64;

    /** Standard errors by which trees have to say better what happened than one effect for all, which chance does in one of ten. */
    private static final double EVIDENCE = 1.28;

    private final ModelDefinition definition;

    LearnUplift(ModelDefinition definition) {
        this.definition = definition;
    }

    /** Whether a way says, alone or with another, how the treatment moves what everybody does. */
    private enum Moves {
        UNSAID,
        /** All of them alike: out of fold no trees said it better beyond noise. */
        ALIKE,
        EACH
    }

    /** A way to predict uplift, with what would serve it. */
    private record Way(
            String name, Moves moves, double[][] arms, Evaluation.Uplifts evaluation, Map<String, Member> members) {
        boolean isUsual() {
            return moves != Moves.UNSAID;
        }

        /** Of what the way says of the group that the row is in. */
        double loss(int row, Rows rows, double[] treated) {
            return Evaluate.loss(arms[treated[row] > 0.5 ? 0 : 1][row], rows.targets()[row]);
        }

        Candidate candidate() {
            return new Candidate(name + ", Qini", evaluation.qini().value());
        }
    }

    TrainModel.Result learn(Rows rows, double[] treated, Progress progress, List<Finding> findings) {
        checkArm(rows, treated, true);
        checkArm(rows, treated, false);
        List<Way> ways = ways(rows, treated, progress);
        Way usual = usual(ways, rows, treated);
        Way best = ways.stream()
                .filter(way -> isBetter(way, usual, rows, treated))
                .max(Comparator.comparingDouble(LearnUplift::qini))
                .orElse(usual);
        // who does more anyway is moved by more even if the effect is the same for all: that order says nothing of the
        // treatment
        Evaluation.Uplifts evaluation =
                usual.moves() == Moves.ALIKE ? evaluate(new double[treated.length], rows, treated) : best.evaluation();
        Map<String, Member> members = new HashMap<>(best.members());
        if (!evaluation.targetingHelps()) {
            findings.add(new Finding(
                    Finding.Code.NO_EVIDENCE_FOR_TARGETING,
                    definition.name(),
                    evaluation.averageEffect().value()));
            members.clear();
            members.put(Member.TREATED, constant(rows, treated, true));
            members.put(Member.CONTROL, constant(rows, treated, false));
        }
        return new TrainModel.Result(
                members,
                Objects.requireNonNull(members.get(Member.TREATED)),
                evaluation,
                ways.stream().map(Way::candidate).toList(),
                List.of());
    }

    private List<Way> ways(Rows rows, double[] treated, Progress progress) {
        Treatment.Learner learner = definition.treatment().orElseThrow().learner();
        Trainer trainer = definition.trainer();
        if (learner == Treatment.Learner.AUTO && trainer != Trainer.AUTO) {
            return List.of(two(rows, treated, trainer, progress.part(0.05, 0.95)));
        }
        return switch (learner) {
            case AUTO -> {
                Way difference = two(rows, treated, Trainer.LINEAR, progress.part(0.05, 0.3));
                Way one = one(rows, treated, Trainer.TREES, progress.part(0.3, 0.55));
                Way moved = moved(rows, treated, Trainer.AUTO, progress.part(0.55, 0.95));
                List<Way> ways = new ArrayList<>(List.of(difference, one, moved));
                for (double share : SHARES) {
                    mean(rows, treated, moved, difference, share).ifPresent(ways::add);
                }
                yield ways;
            }
            case ONE ->
                List.of(one(
                        rows, treated, trainer == Trainer.AUTO ? Trainer.TREES : trainer, progress.part(0.05, 0.95)));
            case TWO -> List.of(two(rows, treated, trainer, progress.part(0.05, 0.95)));
            case EFFECT -> {
                Way arms = two(rows, treated, trainer, progress.part(0.05, 0.4));
                yield List.of(effect(rows, treated, arms, progress.part(0.4, 0.95)));
            }
            case MOVED -> List.of(moved(rows, treated, trainer, progress.part(0.05, 0.95)));
        };
    }

    /**
     * How the treatment moves what everybody does, alone unless a mean says beyond noise better what happened: means exaggerate
     * for whom a treatment hardly pays.
     */
    private static Way usual(List<Way> ways, Rows rows, double[] treated) {
        Way usual = ways.stream().filter(Way::isUsual).findFirst().orElse(ways.getFirst());
        for (Way way : ways) {
            if (way.isUsual() && Gain.of(way, usual, rows, treated).isBeyondNoise()) {
                usual = way;
            }
        }
        return usual;
    }

    /**
     * Whether a way says better what became of both groups, beyond noise, or orders rows clearly better and says it no worse. The
     * first is seen sooner: every row tells how probable it was, while an order shows in few of them.
     */
    private static boolean isBetter(Way way, Way usual, Rows rows, double[] treated) {
        Gain gain = Gain.of(way, usual, rows, treated);
        return gain.isBeyondNoise() || gain.mean() > 0 && qini(way) > qini(usual) + TRIFLE;
    }

    /** By how much better one way says what became of a row than another does. */
    private record Gain(double mean, double error) {
        static Gain of(Way way, Way other, Rows rows, double[] treated) {
            double[] gains = IntStream.range(0, treated.length)
                    .mapToDouble(row -> other.loss(row, rows, treated) - way.loss(row, rows, treated))
                    .toArray();
            double mean = Arrays.stream(gains).average().orElse(0);
            double squares =
                    Arrays.stream(gains).map(gain -> gain * gain).average().orElse(0);
            return new Gain(mean, Math.sqrt(Math.max(0, squares - mean * mean) / gains.length));
        }

        boolean isBeyondNoise() {
            return mean > BEYOND_NOISE * error;
        }
    }

    private static double qini(Way way) {
        return way.evaluation().qini().value();
    }

    private Way two(Rows rows, double[] treated, Trainer trainer, Progress progress) {
        // a line in log odds, so that two ways can be averaged
        CalibrationChoice calibration =
                definition.calibration() == CalibrationChoice.AUTO ? CalibrationChoice.PLATT : definition.calibration();
        Learn learn = new Learn(trainer, calibration, definition.folds(), definition.seed());
        Learned with = learn.probabilities(rows, mask(treated, true), progress.part(0, 0.5));
        Learned without = learn.probabilities(rows, mask(treated, false), progress.part(0.5, 1));
        double[] uplift = IntStream.range(0, treated.length)
                .mapToDouble(row -> with.outOfFold()[row] - without.outOfFold()[row])
                .toArray();
        int treatedRows = count(treated, true);
        return new Way(
                "difference of " + with.learner() + " and " + without.learner(),
                Moves.UNSAID,
                new double[][] {with.outOfFold(), without.outOfFold()},
                evaluate(uplift, rows, treated),
                Map.of(
                        Member.TREATED, TrainModel.member(with, treatedRows),
                        Member.CONTROL, TrainModel.member(without, treated.length - treatedRows)));
    }

    /**
     * One model of everybody in which the treatment is a signal (the S-learner), crossed with every other one; each row is
     * asked twice, as treated and as not.
     */
    private Way one(Rows rows, double[] treated, Trainer trainer, Progress progress) {
        Signals narrow = rows.signals();
        Signals wide = withTreatment(narrow);
        int size = rows.size();
        double[][] codes = new double[2 * size][];
        double[] targets = new double[2 * size];
        int[] groups = new int[2 * size];
        boolean[] learned = new boolean[2 * size];
        for (int row = 0; row < size; row++) {
            for (int copy = 0; copy < 2; copy++) {
                int at = row + copy * size;
                codes[at] = Arrays.copyOf(rows.codes()[row], narrow.signals().size() + 1);
                codes[at][narrow.signals().size()] = copy == 0 ? treated[row] : 1 - treated[row];
                targets[at] = rows.targets()[row];
                groups[at] = rows.groups()[row];
                learned[at] = copy == 0;
            }
        }
        Learned all = new Learn(trainer, CalibrationChoice.PLATT, definition.folds(), definition.seed())
                .probabilities(new Rows(wide, codes, targets, groups), learned, progress);
        double[][] arms = new double[2][size];
        for (int row = 0; row < size; row++) {
            int other = row + size;
            arms[0][row] = all.outOfFold()[treated[row] > 0.5 ? row : other];
            arms[1][row] = all.outOfFold()[treated[row] > 0.5 ? other : row];
        }
        return new Way(
                "one model of both, " + all.learner(),
                Moves.UNSAID,
                arms,
                evaluate(difference(arms), rows, treated),
                Map.of(
                        Member.TREATED, fixed(all, wide, narrow, 1, size),
                        Member.CONTROL, fixed(all, wide, narrow, 0, size)));
    }

    private Signals withTreatment(Signals narrow) {
        List<Signal> signals = new ArrayList<>(narrow.signals());
        signals.add(new Signal.Numeric(
                definition.treatment().orElseThrow().column() + " (treatment)", NumberForm.PLAIN, new double[] {0.5}));
        List<Signals.Cross> crosses = new ArrayList<>(narrow.crosses());
        for (int i = 0; i < narrow.signals().size(); i++) {
            crosses.add(new Signals.Cross(narrow.signals().size(), i));
        }
        return new Signals(signals, crosses);
    }

    private static Member fixed(Learned all, Signals wide, Signals narrow, double code, int size) {
        return new Member(
                FixSignal.of(all.scorer(), wide, narrow, code),
                all.link(),
                "one model of both, " + all.learner(),
                size,
                all.hasSignal(),
                new byte[0]);
    }

    /** What everybody does, learned without regard to the treatment, and by how much it moves the log-odds of each row. */
    private Way moved(Rows rows, double[] treated, Trainer trainer, Progress progress) {
        Learned all = new Learn(trainer, CalibrationChoice.PLATT, definition.folds(), definition.seed())
                .probabilities(rows, progress.part(0, 0.7));
        double[] known =
                Arrays.stream(all.outOfFold()).map(LearnUplift::logOdds).toArray();
        LearnEffect.Effect effect = new LearnEffect(definition.folds(), definition.seed())
                .learn(rows, treated, known, progress.part(0.7, 1));
        double[] line = line(all.link()).orElseThrow();
        Moves moves = effect.evidence() > EVIDENCE ? Moves.EACH : Moves.ALIKE;
        String name = all.learner() + MOVED + (moves == Moves.EACH ? effect.learner() : AS_EVERYBODY);
        double[][] arms = new double[2][treated.length];
        Map<String, Member> members = new HashMap<>();
        for (int arm = 0; arm < 2; arm++) {
            double counts = effect.counts(arm == 0);
            arms[arm] = IntStream.range(0, treated.length)
                    .mapToDouble(row -> Link.sigmoid(known[row] + counts * effect.outOfFold()[row]))
                    .toArray();
            members.put(
                    arm == 0 ? Member.TREATED : Member.CONTROL,
                    new Member(
                            Sums.of(List.of(all.scorer(), effect.scorer()), new double[] {line[0], counts, line[1]}),
                            new Link.Logistic(),
                            name,
                            treated.length,
                            true,
                            all.library()));
        }
        return new Way(name, moves, arms, evaluate(difference(arms), rows, treated), members);
    }

    /** The weighted mean of two ways, in log odds: two ways of looking err less than either. */
    private Optional<Way> mean(Rows rows, double[] treated, Way first, Way second, double share) {
        String name = MEAN + Math.round(100 * share) + " % " + first.name() + " and " + second.name();
        Map<String, Member> members = new HashMap<>();
        for (String arm : List.of(Member.TREATED, Member.CONTROL)) {
            Member one = Objects.requireNonNull(first.members().get(arm));
            Member other = Objects.requireNonNull(second.members().get(arm));
            Optional<double[]> left = line(one.link());
            Optional<double[]> right = line(other.link());
            if (left.isEmpty() || right.isEmpty()) {
                return Optional.empty();
            }
            double[] weights = {
                share * left.get()[0],
                (1 - share) * right.get()[0],
                share * left.get()[1] + (1 - share) * right.get()[1]
            };
            members.put(
                    arm,
                    new Member(
                            Sums.of(List.of(one.scorer(), other.scorer()), weights),
                            new Link.Logistic(),
                            name,
                            one.rows(),
                            one.hasSignal() || other.hasSignal(),
                            one.library()));
        }
        double[][] arms = new double[2][treated.length];
        for (int arm = 0; arm < 2; arm++) {
            for (int row = 0; row < treated.length; row++) {
                arms[arm][row] = Link.sigmoid(
                        share * logOdds(first.arms()[arm][row]) + (1 - share) * logOdds(second.arms()[arm][row]));
            }
        }
        return Optional.of(new Way(name, first.moves(), arms, evaluate(difference(arms), rows, treated), members));
    }

    /** Slope and shift of a link that is a line in log odds. */
    private static Optional<double[]> line(Link link) {
        return switch (link) {
            case Link.Logistic ignored -> Optional.of(new double[] {1, 0});
            case Link.Platt(double slope, double shift) -> Optional.of(new double[] {slope, shift});
            case Link.Isotonic ignored -> Optional.empty();
            case Link.Amount ignored -> Optional.empty();
        };
    }

    private static double logOdds(double probability) {
        double inside = Math.clamp(probability, 1e-9, 1 - 1e-9);
        return Math.log(inside / (1 - inside));
    }

    private static double[] difference(double[][] arms) {
        return IntStream.range(0, arms[0].length)
                .mapToDouble(row -> arms[0][row] - arms[1][row])
                .toArray();
    }

    /**
     * The effect on each row is what happened less what the other group's model says, or the other way round. It is
     * measured by halves: a model that learned from one half only, the groups' models included, ranks the other. Folds
     * would not do, since every fold's effects are taken against models that have seen the rows to be ranked.
     */
    private Way effect(Rows rows, double[] treated, Way arms, Progress progress) {
        Learned[] whole = effects(rows, treated, all(rows), arms.arms(), progress.part(0, 0.3));
        double[] uplift = new double[treated.length];
        for (int half = 0; half < 2; half++) {
            Progress part = progress.part(0.3 + 0.35 * half, 0.65 + 0.35 * half);
            int[] own = half(rows, half);
            Way known = two(
                    rows.pick(own),
                    IntStream.of(own).mapToDouble(row -> treated[row]).toArray(),
                    definition.trainer(),
                    part.part(0, 0.6));
            Learned[] seen = effects(rows, treated, own, known.arms(), part.part(0.6, 1));
            double share = share(treated, own);
            for (int row : half(rows, 1 - half)) {
                uplift[row] = (1 - share) * seen[0].outOfFold()[row] + share * seen[1].outOfFold()[row];
            }
        }
        Map<String, Member> members = new HashMap<>(arms.members());
        members.put(Member.EFFECT, effectMember(whole[0], whole[1], share(treated, all(rows)), treated.length));
        return new Way(
                "effect of " + whole[0].learner() + " and " + whole[1].learner(),
                Moves.UNSAID,
                arms.arms(),
                evaluate(uplift, rows, treated),
                members);
    }

    /**
     * The effects on the treated and on the control group, learned from some rows.
     *
     * @param arms what both groups' models say of these rows
     */
    private Learned[] effects(Rows rows, double[] treated, int[] own, double[][] arms, Progress progress) {
        Learn learn = new Learn(definition.trainer(), CalibrationChoice.NONE, definition.folds(), definition.seed());
        double[] effects = new double[treated.length];
        boolean[][] masks = new boolean[2][treated.length];
        for (int i = 0; i < own.length; i++) {
            int row = own[i];
            boolean with = treated[row] > 0.5;
            effects[row] = with ? rows.targets()[row] - arms[1][i] : arms[0][i] - rows.targets()[row];
            masks[with ? 0 : 1][row] = true;
        }
        return new Learned[] {
            learn.amounts(rows.against(effects), masks[0], progress.part(0, 0.5)),
            learn.amounts(rows.against(effects), masks[1], progress.part(0.5, 1))
        };
    }

    /** Half of the subjects: those whose number, well mixed, is even or odd. */
    private int[] half(Rows rows, int half) {
        return IntStream.range(0, rows.size())
                .filter(row ->
                        (new SplittableRandom(definition.seed() + 31L * rows.groups()[row]).nextInt() & 1) == half)
                .toArray();
    }

    private static int[] all(Rows rows) {
        return IntStream.range(0, rows.size()).toArray();
    }

    private static double share(double[] treated, int[] own) {
        return IntStream.of(own).filter(row -> treated[row] > 0.5).count() / (double) own.length;
    }

    private static Member effectMember(Learned onTreated, Learned onControl, double share, int rows) {
        Link.Amount first = (Link.Amount) onTreated.link();
        Link.Amount second = (Link.Amount) onControl.link();
        double[] weights = {
            (1 - share) * first.scale(), share * second.scale(), (1 - share) * first.offset() + share * second.offset()
        };
        return new Member(
                Sums.of(List.of(onTreated.scorer(), onControl.scorer()), weights),
                new Link.Amount(1, 0),
                onTreated.learner(),
                rows,
                onTreated.hasSignal() || onControl.hasSignal(),
                new byte[0]);
    }

    private Evaluation.Uplifts evaluate(double[] uplift, Rows rows, double[] treated) {
        return EvaluateUplift.uplifts(uplift, rows.targets(), treated, definition.seed());
    }

    private static Member constant(Rows rows, double[] treated, boolean with) {
        Rows arm = arm(rows, treated, with);
        return TrainModel.constant(arm.mean(), arm.size());
    }

    private static Rows arm(Rows rows, double[] treated, boolean with) {
        return rows.pick(IntStream.range(0, treated.length)
                .filter(row -> treated[row] > 0.5 == with)
                .toArray());
    }

    private void checkArm(Rows rows, double[] treated, boolean with) {
        Rows arm = arm(rows, treated, with);
        if (arm.rarer() == 0) {
            throw new ModelProblem("All " + arm.size() + " " + (with ? "treated" : "control") + " rows of "
                    + definition.name() + " have the same outcome: no uplift can be learned. Maybe bring more rows.");
        }
    }

    private static int count(double[] treated, boolean with) {
        return (int) IntStream.range(0, treated.length)
                .filter(row -> treated[row] > 0.5 == with)
                .count();
    }

    private static boolean[] mask(double[] treated, boolean with) {
        boolean[] mask = new boolean[treated.length];
        for (int row = 0; row < mask.length; row++) {
            mask[row] = treated[row] > 0.5 == with;
        }
        return mask;
    }
}
