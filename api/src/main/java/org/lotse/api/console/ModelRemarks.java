package org.lotse.api.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lotse.api.model.ModelVersion;
import org.lotse.models.portrait.FindDistortions;
import org.lotse.models.portrait.Portrait;
import tools.jackson.databind.JsonNode;

/** What whoever uses a version should know: noticed in training, and when its rows were compared with today's people. */
final class ModelRemarks {
    private final ModelWords words;
    private final ModelVersion version;
    private final Optional<Portrait> portrait;

    ModelRemarks(ModelWords words, ModelVersion version, Optional<Portrait> portrait) {
        this.words = words;
        this.version = version;
        this.portrait = portrait;
    }

    List<String> all() {
        List<String> remarks = new ArrayList<>();
        version.report().path("findings").forEach(finding -> remarks.add(training(finding)));
        portrait.map(FindDistortions::in).orElse(List.of()).forEach(one -> remarks.add(distortion(one)));
        return remarks;
    }

    private String training(JsonNode finding) {
        double number = finding.path("number").asDouble();
        return words.say(
                "finding." + finding.path("code").asString(""),
                words.input(finding.path("subject").asString("")),
                number >= 10 ? words.number(number, 0) : words.number(number, 4));
    }

    private String distortion(FindDistortions.Distortion distortion) {
        return switch (distortion) {
            case FindDistortions.MissingGroup(var input, var kind, var slot, double learned, double today) ->
                words.say(
                        "distortion.group",
                        words.input(input),
                        words.slot(input, kind, slot),
                        words.percent(learned),
                        words.percent(today));
            case FindDistortions.OtherPeople(var input, double index) ->
                words.say("distortion.people", words.input(input), words.fixed(index, 2));
            case FindDistortions.UnusualMonth(var month, double outcome, double others) ->
                words.say("distortion.month", month, words.percent(outcome), words.percent(others));
        };
    }
}
