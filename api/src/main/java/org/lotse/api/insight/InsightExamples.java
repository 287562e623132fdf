package org.lotse.api.insight;

/** Answers as the API's description shows them. */
final class InsightExamples {
    static final String DRIFT = """
            {"model": "churn", "version": "3f9a2c61d0b7e845", "at": "2026-11-20T08:00:00Z",
             "recentFrom": "2026-11-13T08:00:00Z", "earlierFrom": "2026-10-16T08:00:00Z", "verdict": "CHANGED",
             "watched": [{"kind": "INPUT", "name": "monthly-charge", "title": "Monthly charge", "earlier": 1840,
               "recent": 412, "size": 0.31, "noise": 0.06, "p": 0.0000002, "verdict": "CHANGED"},
              {"kind": "SCORE", "name": "churn", "title": "churn", "earlier": 1840, "recent": 412, "size": 0.04,
               "noise": 0.05, "p": 0.11, "verdict": "STEADY"}],
             "calibration": {"rows": 350, "predicted": 0.043, "observed": 0.051, "low": 0.033, "high": 0.08,
               "groups": [{"rows": 350, "predicted": 0.043, "observed": 0.051, "low": 0.033, "high": 0.08}],
               "p": 0.42}}""";

    static final String FINDINGS = """
            [{"model": "churn", "version": "3f9a2c61d0b7e845", "kind": "INPUT", "name": "monthly-charge", "size": 0.31,
              "p": 0.0000002, "firstSeen": "2026-11-18T03:30:00Z", "lastSeen": "2026-11-20T03:30:00Z",
              "endedAt": null}]""";

    static final String USERS = """
            {"terms": [{"subject": "customer", "key": "churn", "title": "Churn risk", "direct": true}],
             "rules": [{"file": "tables/service-level.csv", "row": 7, "name": "At risk", "reads": "Churn risk"}],
             "actions": [{"key": "retention-credit", "title": "Credit", "how": "VALUE"}], "models": [],
             "calls": false}""";

    static final String GROUPS = """
            {"model": "churn", "people": 2210, "attributes": [{"term": "gender", "title": "Gender", "notable": false,
              "withheld": 3, "groups": [{"value": "female", "people": 1090, "score": 0.041, "settled": 210,
                "error": 0.004, "errorLow": -0.021, "errorHigh": 0.029, "offered": 0.47, "offeredLow": 0.44,
                "offeredHigh": 0.5}]}]}""";

    static final String PORTRAIT = """
            {"rows": 12000, "subjects": 3100, "surveyed": 4000, "average": 0.041,
             "inputs": [{"name": "contract", "kind": "CATEGORY", "importance": 0.031,
               "slots": [{"what": "VALUE", "value": "MONTHLY", "low": null, "high": null, "subjects": 1700,
                 "surveyed": 2190, "answer": 0.072, "effect": 0.031}], "rest": 0, "restSurveyed": 0}],
             "months": [{"month": "2026-03", "rows": 960, "outcome": 0.044, "unusual": false}]}""";

    private InsightExamples() {}
}
