package org.lotse.api.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The plots of a model of probabilities, from the bins it was measured in out of fold; each doubled by a table. */
final class ModelPlots {
    private static final double TENTH = 0.1;

    private final ModelWords words;
    private final JsonNode measured;
    private final List<Bin> bins = new ArrayList<>();

    private record Bin(double rows, double predicted, double observed) {}

    ModelPlots(ModelWords words, JsonNode measured) {
        this.words = words;
        this.measured = measured;
        measured.path("reliability")
                .forEach(bin -> bins.add(new Bin(
                        bin.path("rows").asDouble(),
                        bin.path("predicted").asDouble(),
                        bin.path("observed").asDouble())));
        bins.sort(Comparator.comparingDouble(Bin::predicted));
    }

    List<ModelView.Plot> all() {
        return bins.size() < 2 ? List.of() : List.of(reliability(), gain());
    }

    private ModelView.Plot reliability() {
        double end = bins.stream()
                .mapToDouble(bin -> Math.max(bin.predicted(), bin.observed()))
                .max()
                .orElse(1);
        double axis = Math.clamp(Math.ceil(end * 10) / 10, 0.1, 1);
        double error = measured.path("calibrationError").asDouble();
        double floor = measured.path("calibrationFloor95").asDouble();
        return new ModelView.Plot(
                "reliability",
                words.say(
                        error <= floor ? "reliability.good" : "reliability.off",
                        words.percent(error),
                        words.percent(floor)),
                bins.stream()
                        .map(bin -> point(bin.predicted() / axis, bin.observed() / axis))
                        .toList(),
                "",
                words.percent(axis),
                bins.stream()
                        .map(bin -> List.of(
                                words.percent(bin.predicted()),
                                words.percent(bin.observed()),
                                words.number(bin.rows(), 0)))
                        .toList());
    }

    /** Of the rows by falling prediction: which share of all outcomes is among the first so many. */
    private ModelView.Plot gain() {
        double rows = bins.stream().mapToDouble(Bin::rows).sum();
        double outcomes = Math.max(
                1e-12,
                bins.stream().mapToDouble(bin -> bin.rows() * bin.observed()).sum());
        List<ModelView.Point> points = new ArrayList<>();
        List<List<String>> table = new ArrayList<>();
        points.add(point(0, 0));
        double taken = 0;
        double caught = 0;
        double inTenth = 0;
        for (Bin bin : bins.reversed()) {
            double share = bin.rows() / rows;
            double part = Math.clamp((TENTH - taken) / share, 0, 1);
            inTenth += part * bin.rows() * bin.observed() / outcomes;
            taken += share;
            caught += bin.rows() * bin.observed() / outcomes;
            points.add(point(taken, caught));
            table.add(List.of(words.percent(taken), words.percent(caught), words.fixed(caught / taken, 2)));
        }
        return new ModelView.Plot(
                "gain",
                words.say("gain.text", words.percent(inTenth), words.fixed(inTenth / TENTH, 1)),
                points,
                points.stream().map(point -> point.x() + "," + point.y()).collect(Collectors.joining(" ")),
                words.percent(1),
                table);
    }

    private static ModelView.Point point(double x, double y) {
        return new ModelView.Point(Math.round(1000 * x) / 10.0, Math.round(1000 * (1 - y)) / 10.0);
    }
}
