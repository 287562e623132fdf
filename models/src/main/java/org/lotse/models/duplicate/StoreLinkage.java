package org.lotse.models.duplicate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lotse.models.definition.ModelProblem;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A linkage as a text a person can read, and back: by comparison and level, how often pairs of each kind agree so. */
public final class StoreLinkage {
    private static final int VERSION = 1;

    private StoreLinkage() {}

    /** The linkage as YAML. */
    public static String write(Linkage linkage) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("version", VERSION);
        text.put("decisions", linkage.decisions());
        Map<String, Object> kinds = new LinkedHashMap<>();
        for (Kinship kinship : Kinship.values()) {
            Map<String, Object> kind = new LinkedHashMap<>();
            kind.put("share", linkage.mixture().shares()[kinship.ordinal()]);
            Map<String, Object> rates = new LinkedHashMap<>();
            for (Comparison comparison : Comparison.values()) {
                rates.put(comparison.name(), list(linkage.mixture().rates()[kinship.ordinal()][comparison.ordinal()]));
            }
            kind.put("rates", rates);
            kinds.put(kinship.name(), kind);
        }
        text.put("kinds", kinds);
        text.put("weights", list(linkage.learned().weights()));
        List<List<Double>> spread = new ArrayList<>();
        for (double[] row : linkage.learned().spread()) {
            spread.add(list(row));
        }
        text.put("spread", spread);
        DumperOptions options = new DumperOptions();
        options.setWidth(Integer.MAX_VALUE);
        return new Yaml(options).dump(text);
    }

    /**
     * The linkage written so.
     *
     * @throws ModelProblem for a text that is none
     */
    public static Linkage read(String text) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setCodePointLimit(5_000_000);
            Map<?, ?> map = map(new Yaml(new SafeConstructor(options)).load(text), "linkage");
            if (!(map.get("version") instanceof Integer version) || version != VERSION) {
                throw new ModelProblem("The linkage has the version " + map.get("version") + " and not " + VERSION
                        + ". Maybe train it again: lotse duplicates train.");
            }
            Map<?, ?> kinds = map(map.get("kinds"), "kinds");
            double[] shares = new double[Kinship.values().length];
            double[][][] rates = new double[shares.length][Comparison.values().length][];
            for (Kinship kinship : Kinship.values()) {
                Map<?, ?> kind = map(kinds.get(kinship.name()), kinship.name());
                shares[kinship.ordinal()] = ((Number) some(kind.get("share"), "share")).doubleValue();
                Map<?, ?> byComparison = map(kind.get("rates"), "rates");
                for (Comparison comparison : Comparison.values()) {
                    rates[kinship.ordinal()][comparison.ordinal()] = numbers(
                            byComparison.get(comparison.name()),
                            comparison.name(),
                            comparison.levels().size());
                }
            }
            double[] weights = numbers(map.get("weights"), "weights", Learned.size());
            List<?> rows = (List<?>) some(map.get("spread"), "spread");
            double[][] spread = new double[weights.length][];
            for (int i = 0; i < spread.length; i++) {
                spread[i] = numbers(rows.get(i), "spread", weights.length);
            }
            return new Linkage(
                    new Mixture(shares, rates),
                    new Learned(weights, spread),
                    ((Number) some(map.get("decisions"), "decisions")).intValue());
        } catch (ClassCastException | IndexOutOfBoundsException | org.yaml.snakeyaml.error.YAMLException e) {
            throw new ModelProblem(
                    "The linkage is damaged: " + e.getMessage() + " Maybe train it again: lotse duplicates train.", e);
        }
    }

    private static List<Double> list(double[] numbers) {
        List<Double> list = new ArrayList<>(numbers.length);
        for (double number : numbers) {
            list.add(number);
        }
        return list;
    }

    private static double[] numbers(@Nullable Object value, String name, int size) {
        List<?> list = (List<?>) some(value, name);
        if (list.size() != size) {
            throw new ModelProblem("The linkage has " + list.size() + " numbers for " + name + " and needs " + size
                    + ". Maybe train it again: lotse duplicates train.");
        }
        return list.stream()
                .mapToDouble(number -> ((Number) number).doubleValue())
                .toArray();
    }

    private static Map<?, ?> map(@Nullable Object value, String name) {
        return (Map<?, ?>) some(value, name);
    }

    private static Object some(@Nullable Object value, String name) {
        if (value == null) {
            throw new ModelProblem("The linkage lacks \"" + name + "\". Maybe train it again: lotse duplicates train.");
        }
        return value;
    }
}
