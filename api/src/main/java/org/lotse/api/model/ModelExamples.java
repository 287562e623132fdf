package org.lotse.api.model;

/** Answers as the API's description shows them. */
final class ModelExamples {
    static final String WHY = """
            {"reason": "Better on 1,240 offers, calibrated; agreed with sales on Monday."}""";

    static final String VERSION = """
            {"name": "churn", "version": "3f9a2c61d0b7e845", "state": "CHAMPION", "definition": "name: churn\\n...",
             "report": {"learner": "additive logistic", "hasSignal": true,
               "evaluation": {"kind": "probabilities", "rows": 12000, "baseRate": 0.041,
                 "auc": {"value": 0.81, "low": 0.79, "high": 0.83}, "logLoss": 0.142, "baseLogLoss": 0.171,
                 "calibrationError": 0.004, "calibrationFloor95": 0.006,
                 "reliability": [{"rows": 800, "predicted": 0.004, "observed": 0.005}]},
               "findings": [], "signals": [{"name": "contract", "kind": "CATEGORY", "slots": 5}],
               "leftOut": [{"name": "gender", "why": "SENSITIVE"}]},
             "provenance": {"definitionHash": "9c0e...", "data": "the history up to 2026-11-20T03:30:00Z",
               "dataHash": "51d7...", "rows": 12000, "seed": 1, "library": "Tribuo 4.3.2",
               "createdAt": "2026-11-20T03:31:12Z"},
             "madeBy": "retraining", "madeAt": "2026-11-20T03:31:12Z",
             "changedBy": "demo-analyst", "changedAt": "2026-11-20T08:02:00Z"}""";

    static final String MODEL = """
            {"name": "churn", "task": "BINARY", "champion": "3f9a2c61d0b7e845", "versions": [
            """ + VERSION + """
            ], "changes": [{"version": "3f9a2c61d0b7e845", "state": "CHAMPION", "by": "demo-analyst",
               "at": "2026-11-20T08:02:00Z", "reason": "Better on 1,240 offers, calibrated."}]}""";

    private ModelExamples() {}
}
