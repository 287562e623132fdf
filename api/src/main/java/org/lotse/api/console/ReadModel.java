package org.lotse.api.console;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lotse.api.model.ModelVersion;
import org.lotse.models.portrait.Portrait;
import tools.jackson.databind.JsonNode;

/** Lays out a version of a model for reading: figures beside what one gets without it, plots, and what it learned in words. */
final class ReadModel {
    private static final int INPUTS = 8;
    private static final int WORDS = 4;
    private static final double SMALL = 1e-9;

    private final ModelWords words;
    private final ModelVersion version;
    private final JsonNode measured;
    private final Optional<Portrait> portrait;
    private final ZoneId zone;

    ReadModel(ModelWords words, ModelVersion version, Optional<Portrait> portrait, ZoneId zone) {
        this.words = words;
        this.version = version;
        this.measured = version.report().path("evaluation");
        this.portrait = portrait;
        this.zone = zone;
    }

    ModelView view() {
        return new ModelView(
                version.version(),
                version.state().name(),
                version.report().path("hasSignal").asBoolean(true),
                figures(),
                learned(),
                plots(),
                inputs(),
                new ModelRemarks(words, version, portrait).all(),
                months(),
                leftOut(),
                origin());
    }

    private boolean isShare() {
        String kind = measured.path("kind").asString("");
        return kind.equals("probabilities") || kind.equals("uplifts");
    }

    private String effect(double effect) {
        return isShare() ? words.say("points", words.points(effect)) : words.signed(effect);
    }

    private List<ModelView.Figure> figures() {
        List<ModelView.Figure> figures = new ArrayList<>();
        switch (measured.path("kind").asString("")) {
            case "probabilities" -> {
                figures.add(interval("auc", "auc", words.fixed(0.5, 3)));
                figures.add(figure("logLoss", "logLoss", "baseLogLoss", 4));
                figures.add(figure("brier", "brier", "baseBrier", 4));
                figures.add(figure("calibration", "calibrationError", "calibrationFloor95", 4));
                figures.add(
                        new ModelView.Figure(words.say("figure.baseRate"), words.percent(number("baseRate")), rows()));
            }
            case "classes" -> {
                figures.add(interval("accuracy", "accuracy", words.percent(number("largestShare"))));
                figures.add(interval("macroF1", "macroF1", ""));
                figures.add(figure("logLoss", "logLoss", "baseLogLoss", 4));
            }
            case "amounts" -> {
                figures.add(figure("meanError", "meanAbsoluteError", "baseMeanAbsoluteError", 2));
                figures.add(new ModelView.Figure(
                        words.say("figure.explained"), words.percent(number("explained")), rows()));
            }
            case "uplifts" -> {
                figures.add(interval("averageEffect", "averageEffect", ""));
                figures.add(interval("qini", "qini", words.fixed(0, 3)));
                figures.add(new ModelView.Figure(
                        words.say("figure.top30"), words.percent(number("effectInTop30")), rows()));
            }
            case "values" -> {
                figures.add(figure("gini", "gini", "baseGini", 3));
                figures.add(figure("meanError", "meanAbsoluteError", "baseMeanAbsoluteError", 2));
            }
            default -> {}
        }
        return figures;
    }

    private double number(String member) {
        return measured.path(member).asDouble();
    }

    private String rows() {
        return words.say("figure.rows", words.number(measured.path("rows").asLong(), 0));
    }

    private ModelView.Figure figure(String key, String member, String base, int digits) {
        return new ModelView.Figure(
                words.say("figure." + key),
                words.fixed(number(member), digits),
                words.say("figure." + key + ".beside", words.fixed(number(base), digits)));
    }

    private ModelView.Figure interval(String key, String member, String base) {
        JsonNode interval = measured.path(member);
        return new ModelView.Figure(
                words.say("figure." + key),
                words.fixed(interval.path("value").asDouble(), 3),
                words.say(
                        "figure." + key + ".beside",
                        words.fixed(interval.path("low").asDouble(), 3),
                        words.fixed(interval.path("high").asDouble(), 3),
                        base));
    }

    private List<String> learned() {
        if (portrait.isEmpty() || portrait.get().inputs().isEmpty()) {
            return List.of();
        }
        return portrait.get().inputs().stream()
                .filter(input -> input.importance() > SMALL && input.slots().size() > 1)
                .limit(WORDS)
                .map(this::sentence)
                .toList();
    }

    private String sentence(Portrait.Input input) {
        Comparator<Portrait.Slot> byEffect = Comparator.comparingDouble(Portrait.Slot::effect);
        Portrait.Slot most = input.slots().stream().max(byEffect).orElseThrow();
        Portrait.Slot least = input.slots().stream().min(byEffect).orElseThrow();
        return words.say(
                "learned",
                words.input(input.name()),
                words.slot(input.name(), input.kind(), most),
                effect(most.effect()),
                words.slot(input.name(), input.kind(), least),
                effect(least.effect()));
    }

    private List<ModelView.Plot> plots() {
        return new ModelPlots(words, measured).all();
    }

    private List<ModelView.InputView> inputs() {
        List<Portrait.Input> shown = portrait.map(Portrait::inputs).orElse(List.of()).stream()
                .filter(input -> input.importance() > SMALL)
                .limit(INPUTS)
                .toList();
        double largest = shown.stream()
                .flatMap(input -> input.slots().stream())
                .mapToDouble(slot -> Math.abs(slot.effect()))
                .max()
                .orElse(1);
        return shown.stream()
                .map(input -> new ModelView.InputView(
                        words.input(input.name()),
                        effect(input.importance()).replaceFirst("^\\+", "± "),
                        input.slots().stream()
                                .map(slot -> bar(input, slot, largest))
                                .toList()))
                .toList();
    }

    private ModelView.Bar bar(Portrait.Input input, Portrait.Slot slot, double largest) {
        double width = Math.max(0.5, 50 * Math.abs(slot.effect()) / Math.max(SMALL, largest));
        return new ModelView.Bar(
                words.slot(input.name(), input.kind(), slot),
                slot.effect() < 0 ? 50 - width : 50,
                width,
                slot.effect() >= 0,
                effect(slot.effect()),
                words.number(slot.subjects(), 0),
                false);
    }

    private List<ModelView.Bar> months() {
        List<Portrait.Month> months = portrait.map(Portrait::months).orElse(List.of());
        double largest =
                months.stream().mapToDouble(Portrait.Month::outcome).max().orElse(1);
        return months.stream()
                .map(month -> new ModelView.Bar(
                        month.month(),
                        0,
                        Math.max(0, 100 * month.outcome() / Math.max(SMALL, largest)),
                        true,
                        isShare() ? words.percent(month.outcome()) : words.number(month.outcome(), 2),
                        words.number(month.rows(), 0),
                        month.unusual()))
                .toList();
    }

    private List<ModelView.Left> leftOut() {
        List<ModelView.Left> left = new ArrayList<>();
        version.report()
                .path("leftOut")
                .forEach(one -> left.add(new ModelView.Left(
                        words.input(one.path("name").asString("")),
                        words.say("why." + one.path("why").asString("")))));
        return left;
    }

    private List<ModelView.Figure> origin() {
        JsonNode origin = version.provenance();
        String created = origin.path("createdAt").asString("");
        return List.of(
                new ModelView.Figure(
                        words.say("origin.rows"),
                        words.number(origin.path("rows").asLong(), 0),
                        ""),
                new ModelView.Figure(
                        words.say("origin.at"),
                        created.isEmpty() ? "" : words.time(Instant.parse(created), zone),
                        version.madeBy()),
                new ModelView.Figure(
                        words.say("origin.learner"),
                        version.report().path("learner").asString(""),
                        ""),
                new ModelView.Figure(
                        words.say("origin.data"), hash(origin.path("dataHash").asString("")), ""),
                new ModelView.Figure(
                        words.say("origin.definition"),
                        hash(origin.path("definitionHash").asString("")),
                        words.say(
                                "origin.seed",
                                String.valueOf(origin.path("seed").asLong()))),
                new ModelView.Figure(
                        words.say("origin.library"), origin.path("library").asString(""), ""));
    }

    private static String hash(String hash) {
        return hash.length() > 16 ? hash.substring(0, 16) + "…" : hash;
    }
}
