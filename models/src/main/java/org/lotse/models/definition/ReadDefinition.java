package org.lotse.models.definition;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.term.Period;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.SubjectType;
import org.lotse.models.definition.Observation.Anchor;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads a model definition. An unknown key or a value that is not understood is a {@link ModelProblem} naming file, key,
 * value and the way out.
 */
public final class ReadDefinition {
    private static final int SHORTEST_REASON = 12;
    private static final int LONGEST = 100_000;
    private static final String SPAN = "Maybe write 12h, 90d, 2w, 6mo or 1y.";

    /** The definition in a file. */
    public ModelDefinition read(Path file) {
        try {
            return read(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new ModelProblem("The definition " + file + " cannot be read. Maybe check its path.", e);
        }
    }

    /**
     * The definition in a text.
     *
     * @param file what the text is called in messages
     */
    public ModelDefinition read(String file, String text) {
        Keys keys = Keys.of(file, "", yaml(file, text));
        String name = keys.required("name", "churn");
        if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw keys.problem("name", name, "Maybe write it in lower-case letters, digits and single hyphens.");
        }
        Task task = keys.one(
                "task",
                "binary",
                Map.of(
                        "binary",
                        Task.BINARY,
                        "multiclass",
                        Task.MULTICLASS,
                        "text",
                        Task.TEXT,
                        "regression",
                        Task.REGRESSION,
                        "uplift",
                        Task.UPLIFT,
                        "clv",
                        Task.CLV,
                        "reachability",
                        Task.REACHABILITY,
                        "replenishment",
                        Task.REPLENISHMENT));
        Optional<ValueChoice> value = task == Task.CLV ? Optional.of(value(keys)) : Optional.empty();
        Target target = task == Task.CLV || task == Task.REPLENISHMENT
                ? new Target.Column("value", Optional.empty())
                : target(keys);
        Observation observation = observation(keys, target);
        ModelDefinition definition = new ModelDefinition(
                name,
                task,
                keys.parsed("subject", SubjectType::new, "Maybe write customer."),
                target,
                observation,
                signals(keys),
                Set.copyOf(keys.list("exclude")),
                Set.copyOf(keys.list("known-before")),
                Set.copyOf(keys.list("sensitive")),
                keys.text("id"),
                task == Task.TEXT ? keys.text("text") : Optional.empty(),
                history(keys),
                keys.one(
                        "trainer",
                        "auto",
                        Map.of(
                                "auto",
                                Trainer.AUTO,
                                "linear",
                                Trainer.LINEAR,
                                "logistic",
                                Trainer.LINEAR,
                                "trees",
                                Trainer.TREES,
                                "xgboost",
                                Trainer.XGBOOST)),
                keys.one(
                        "calibration",
                        "auto",
                        Map.of(
                                "auto",
                                CalibrationChoice.AUTO,
                                "none",
                                CalibrationChoice.NONE,
                                "platt",
                                CalibrationChoice.PLATT,
                                "curve",
                                CalibrationChoice.CURVE,
                                "isotonic",
                                CalibrationChoice.ISOTONIC)),
                treatment(keys, task, observation),
                value,
                roles(keys, task),
                perPair(keys),
                crosses(keys),
                keys.one("purpose", "marketing", Map.of("marketing", Purpose.MARKETING, "service", Purpose.SERVICE)),
                keys.has("split") ? whole(keys.inside("split"), "folds", 5, 2, 20) : 5,
                whole(keys, "seed", 7, 0, Integer.MAX_VALUE),
                whole(keys, "sample", 20_000, 100, 10_000_000),
                upkeep(keys),
                guards(keys),
                text);
        keys.done(Set.of("positive"));
        if ((task == Task.REGRESSION || task == Task.MULTICLASS || task == Task.TEXT)
                && !(target instanceof Target.Column)) {
            throw keys.problem("target", keys.raw("target"), "This task needs the name of a column.");
        }
        return definition;
    }

    private static Map<String, String> roles(Keys keys, Task task) {
        List<String> known = switch (task) {
            case REACHABILITY -> List.of("customer", "date", "weekday", "hour");
            case REPLENISHMENT -> List.of("customer", "product", "date", "quantity");
            default -> List.of();
        };
        Map<String, String> roles = new HashMap<>();
        known.forEach(role -> keys.text(role).ifPresent(column -> roles.put(role, column)));
        return roles;
    }

    private static ValueChoice value(Keys keys) {
        List<String> amount = new ArrayList<>();
        List<String> said = keys.has("amount") ? keys.list("amount") : keys.list("target");
        said.forEach(name -> amount.addAll(List.of(name.strip().split("\\s+[x*]\\s+"))));
        return new ValueChoice(
                keys.text("customer").or(() -> keys.text("id")).orElse(""),
                keys.text("date").orElse(""),
                amount,
                keys.parsed("horizon", Period::parse, SPAN));
    }

    private static @Nullable Object yaml(String file, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setCodePointLimit(LONGEST);
        try {
            return new Yaml(new SafeConstructor(options)).load(text);
        } catch (YAMLException e) {
            throw new ModelProblem(file + ": this is no readable YAML: " + e.getMessage(), e);
        }
    }

    private static Target target(Keys keys) {
        if (!(keys.raw("target") instanceof Map<?, ?>)) {
            return new Target.Column(keys.required("target", "Churn"), keys.text("positive"));
        }
        Keys inside = keys.inside("target");
        Target target;
        if (inside.has("field")) {
            target = new Target.Field(inside.required("field", "result"), inside.required("is", "REACHED"));
        } else {
            boolean wanted = !inside.has("no-event");
            List<String> events = inside.list(wanted ? "event" : "no-event");
            if (events.isEmpty()) {
                throw keys.problem("target", keys.raw("target"), "Maybe write {event: CHURNED, within: 90d}.");
            }
            Period within = inside.parsed("within", Period::parse, SPAN)
                    .orElseThrow(() -> keys.problem("target", keys.raw("target"), "Maybe add within: 90d."));
            target = new Target.Happens(new LinkedHashSet<>(events), within, wanted);
        }
        inside.done(Set.of("event", "no-event", "within", "field", "is"));
        return target;
    }

    private static Observation observation(Keys keys, Target target) {
        Object raw = keys.raw("observe");
        if (raw == null && target instanceof Target.Column || "snapshot".equals(raw)) {
            return new Observation.Snapshot();
        }
        if ("at decisions".equals(raw)) {
            return new Observation.At(List.of(new Anchor("contact", Map.of(), Map.of("group", "CONTROL"))));
        }
        if (!(raw instanceof Map<?, ?>)) {
            throw keys.problem("observe", raw, "Maybe write {every: 30d}, {at: call}, at decisions or snapshot.");
        }
        Keys inside = keys.inside("observe");
        Observation observation;
        if (inside.has("every")) {
            Period step = inside.parsed("every", Period::parse, SPAN).orElseThrow();
            if (step.amount() == 0) {
                throw inside.problem("every", step, SPAN);
            }
            observation =
                    new Observation.Every(step, inside.one("again", "false", Map.of("true", true, "false", false)));
        } else {
            List<Anchor> anchors = new ArrayList<>();
            for (Object item : inside.items("at")) {
                anchors.add(
                        item instanceof Map<?, ?>
                                ? anchor(inside, item)
                                : new Anchor(String.valueOf(item), Map.of(), Map.of()));
            }
            if (anchors.isEmpty()) {
                throw keys.problem("observe", raw, "Maybe write {every: 30d} or {at: call}.");
            }
            observation = new Observation.At(anchors);
        }
        inside.done(Set.of("every", "again", "at"));
        return observation;
    }

    private static Anchor anchor(Keys keys, Object item) {
        Keys inside = Keys.of("observe.at", "", item);
        Anchor anchor = new Anchor(inside.required("event", "contact"), inside.map("where"), inside.map("unless"));
        inside.done(Set.of());
        return anchor;
    }

    private static SignalChoice signals(Keys keys) {
        Object raw = keys.raw("signals");
        if (raw instanceof Map<?, ?>) {
            Keys inside = keys.inside("signals");
            SignalChoice choice = new SignalChoice(true, List.of(), Set.copyOf(inside.list("all-but")));
            inside.done(Set.of());
            return choice;
        }
        if (raw instanceof String text && text.toLowerCase(Locale.ROOT).startsWith("all but ")) {
            return new SignalChoice(
                    true, List.of(), Set.of(text.substring(8).strip().split("\\s*,\\s*")));
        }
        List<String> names = new ArrayList<>(keys.list("signals"));
        boolean all = names.remove("all") || names.isEmpty();
        return new SignalChoice(all, names, Set.of());
    }

    private static Optional<Treatment> treatment(Keys keys, Task task, Observation observation) {
        if (task != Task.UPLIFT) {
            return Optional.empty();
        }
        if (keys.raw("treatment") instanceof Map<?, ?>) {
            Keys inside = keys.inside("treatment");
            Treatment treatment = new Treatment(
                    inside.required("column", "group"),
                    inside.required("treated", "TREATED"),
                    inside.required("control", "CONTROL"),
                    inside.one(
                            "effect",
                            "difference",
                            Map.of(
                                    "difference",
                                    Treatment.Effect.DIFFERENCE,
                                    "relative-risk-reduction",
                                    Treatment.Effect.RELATIVE_RISK_REDUCTION)),
                    inside.one(
                            "learner",
                            "auto",
                            Map.of(
                                    "auto",
                                    Treatment.Learner.AUTO,
                                    "s",
                                    Treatment.Learner.ONE,
                                    "t",
                                    Treatment.Learner.TWO,
                                    "x",
                                    Treatment.Learner.EFFECT,
                                    "moved",
                                    Treatment.Learner.MOVED)));
            inside.done(Set.of());
            return Optional.of(treatment);
        }
        if (!keys.has("treatment") && observation instanceof Observation.At) {
            return Optional.of(new Treatment("group", "TREATED", "CONTROL"));
        }
        return Optional.of(new Treatment(keys.required("treatment", "voucher"), "1", "0"));
    }

    private static Optional<HistoryChoice> history(Keys keys) {
        if (!keys.has("history")) {
            return Optional.empty();
        }
        Keys inside = keys.inside("history");
        String at = inside.required("at", "scheduled-day");
        HistoryChoice choice = new HistoryChoice(
                inside.required("by", "customer-number"),
                at,
                inside.text("known").orElse(at));
        inside.done(Set.of());
        return Optional.of(choice);
    }

    private static boolean perPair(Keys keys) {
        return keys.one("for-each", "nothing", Map.of("nothing", false, "action x channel", true));
    }

    private static List<ModelDefinition.Cross> crosses(Keys keys) {
        List<ModelDefinition.Cross> crosses = new ArrayList<>();
        for (String cross : keys.list("cross")) {
            String[] sides = cross.strip().split("\\s+x\\s+");
            if (sides.length != 2) {
                throw keys.problem("cross", cross, "Maybe write [kind x hour].");
            }
            crosses.add(new ModelDefinition.Cross(sides[0], sides[1]));
        }
        return crosses;
    }

    private static Guards guards(Keys keys) {
        Map<String, String> lawful = keys.map("lawful");
        lawful.forEach((signal, reason) -> {
            if (reason.strip().length() < SHORTEST_REASON) {
                throw keys.problem("lawful", signal + ": " + reason, "Maybe say in a sentence why using it is lawful.");
            }
        });
        List<Guards.Days> leftOut = new ArrayList<>();
        for (String days : keys.list("leave-out")) {
            try {
                leftOut.add(Guards.Days.parse(days));
            } catch (IllegalArgumentException | DateTimeException e) {
                throw keys.problem("leave-out", days, "Maybe write [2026-11-20/2026-11-30].");
            }
        }
        return new Guards(lawful, leftOut);
    }

    private static Upkeep upkeep(Keys keys) {
        Optional<Period> erasure = Optional.empty();
        Optional<Period> every = Optional.empty();
        OptionalInt after = OptionalInt.empty();
        boolean person = true;
        if (keys.has("retrain")) {
            Keys inside = keys.inside("retrain");
            every = inside.parsed("every", Period::parse, SPAN);
            if (inside.has("after-outcomes")) {
                after = OptionalInt.of(whole(inside, "after-outcomes", 500, 1, Integer.MAX_VALUE));
            }
            erasure = inside.parsed("after-erasure", Period::parse, SPAN);
            inside.done(Set.of("every", "after-outcomes", "after-erasure"));
        }
        if (keys.has("promote")) {
            Keys inside = keys.inside("promote");
            inside.one("when", "better", Map.of("better", true));
            person = inside.one("confirm", "person", Map.of("person", true, "nobody", false));
            inside.done(Set.of());
        }
        return new Upkeep(every, after, erasure.orElse(Upkeep.AFTER_ERASURE), person);
    }

    private static int whole(Keys keys, String key, int fallback, int lowest, int highest) {
        return keys.parsed(
                        key,
                        text -> {
                            int number = Integer.parseInt(text);
                            if (number < lowest || number > highest) {
                                throw new IllegalArgumentException(text);
                            }
                            return number;
                        },
                        "Maybe write a whole number from " + lowest + " to " + highest + ".")
                .orElse(fallback);
    }
}
