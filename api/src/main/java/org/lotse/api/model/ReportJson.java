package org.lotse.api.model;

import java.util.ArrayList;
import java.util.List;
import org.lotse.models.evaluation.Evaluation;
import org.lotse.models.registry.Finding;
import org.lotse.models.registry.TrainingReport;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A training report as the API shows it and the registry keeps it. */
final class ReportJson {
    private ReportJson() {}

    static ObjectNode of(TrainingReport report, JsonMapper json) {
        ObjectNode tree = json.valueToTree(report);
        tree.set("evaluation", of(report.evaluation(), json));
        List<Worded> findings = new ArrayList<>();
        report.findings().forEach(finding -> findings.add(Worded.of(finding)));
        tree.set("findings", json.valueToTree(findings));
        return tree;
    }

    static ObjectNode of(Evaluation evaluation, JsonMapper json) {
        ObjectNode tree = json.createObjectNode();
        tree.put(
                "kind",
                switch (evaluation) {
                    case Evaluation.Probabilities ignored -> "probabilities";
                    case Evaluation.Classes ignored -> "classes";
                    case Evaluation.Amounts ignored -> "amounts";
                    case Evaluation.Uplifts ignored -> "uplifts";
                    case Evaluation.Values ignored -> "values";
                });
        tree.setAll((ObjectNode) json.valueToTree(evaluation));
        return tree;
    }

    /** A finding with its words. */
    record Worded(Finding.Code code, String subject, double number, String text) {
        static Worded of(Finding finding) {
            return new Worded(finding.code(), finding.subject(), finding.number(), finding.text());
        }
    }
}
