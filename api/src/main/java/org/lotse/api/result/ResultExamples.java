package org.lotse.api.result;

/** Requests and answers as the API's description shows them. */
final class ResultExamples {
    static final String CONTROL_GROUP = """
            [{"event": "CHURNED", "title": "left", "grade": -3, "from": "2026-08-22T08:00:00Z",
              "until": "2026-11-20T08:00:00Z", "treated": {"persons": 4900, "with": 120, "rate": 0.0245},
              "control": {"persons": 101, "with": 6, "rate": 0.0594},
              "difference": {"low": -0.09, "estimate": -0.035, "high": -0.004}, "verdict": "LESS", "good": true,
              "bad": false, "text": "\\"left\\" is less frequent with marketing, by -3.5 percentage points."}]""";

    static final String KPI = """
            {"key": "satisfaction", "title": "Satisfaction", "unit": "STARS", "better": "MORE",
             "source": "Mean of the stars in reviews, 1 to 5.", "from": "2026-10-01T00:00:00+02:00",
             "until": "2026-11-01T00:00:00+01:00", "value": 4.1, "low": 3.9, "high": 4.3, "persons": 214,
             "baseline": {"value": 3.2, "low": 3.1, "high": 3.3, "from": "2024-12-01T00:00:00Z",
               "until": "2025-12-01T00:00:00Z", "source": "measured", "by": "demo-analyst",
               "at": "2026-11-02T09:00:00Z"},
             "change": {"low": 21.1, "estimate": 28.1, "high": 35.2}, "verdict": "BETTER",
             "goal": {"low": 15, "high": 25, "reached": true},
             "text": "4.10 stars (3.90 to 4.30), 214 persons. Better than the baseline.",
             "trend": [{"period": "2026-10", "value": 4.1, "low": 3.9, "high": 4.3, "persons": 214}]}""";

    static final String RESULTS = """
            {"role": "management", "title": "Management", "every": "MONTH", "period": "2026-10",
             "from": "2026-10-01T00:00:00+02:00", "until": "2026-11-01T00:00:00+01:00", "before": "2026-09",
             "after": "2026-11", "kpis": [
            """ + KPI + """
            ]}""";

    static final String BASELINE_BODY = """
            {"from": "2025-01-01T00:00:00+01:00", "until": "2026-01-01T00:00:00+01:00"}""";

    static final String BASELINE = """
            {"value": 3.2, "low": 3.1, "high": 3.3, "from": "2025-01-01T00:00:00+01:00",
             "until": "2026-01-01T00:00:00+01:00", "source": "measured", "by": "demo-analyst",
             "at": "2026-11-20T09:00:00Z"}""";

    static final String BASELINES = "[" + BASELINE + "]";

    static final String INVESTMENT_BODY = """
            {"title": "Customer data", "cost": 150000, "benefits": [{"title": "retention", "realistic": 80000},
             {"title": "upsell", "conservative": 90000, "realistic": 120000, "optimistic": 140000},
             {"title": "service", "realistic": 60000}]}""";

    static final String FORECAST = """
            {"cost": 150000, "currency": "EUR", "conservative": {"benefit": 230000, "roi": 0.5333},
             "realistic": {"benefit": 260000, "roi": 0.7333}, "optimistic": {"benefit": 280000, "roi": 0.8667}}""";

    static final String INVESTMENT = """
            {"name": "customer-data", "investment":
            """ + INVESTMENT_BODY + """
            , "forecast":
            """ + FORECAST + """
            , "by": "demo-analyst", "at": "2026-11-20T09:00:00Z"}""";

    static final String INVESTMENTS = "[" + INVESTMENT + "]";

    static final String EXPERIMENT_BODY = """
            {"title": "Spring campaign", "event": "campaign", "field": "group", "control": "CONTROL",
             "where": {"campaign": "spring-2026"}, "outcome": "BOUGHT", "also": ["email-open", "ticket"], "days": 14,
             "from": "2026-03-01T00:00:00+01:00", "matters": 0.01}""";

    static final String EXPERIMENT = """
            {"name": "spring-2026", "experiment":
            """ + EXPERIMENT_BODY + """
            , "by": "demo-analyst", "at": "2026-02-20T09:00:00Z", "decides": [{"event": "campaign",
              "field": "group", "outcome": "BOUGHT", "days": 14, "from": "2026-02-28T23:00:00Z",
              "until": "2026-04-20T08:00:00Z", "arms": [{"value": "CONTROL", "persons": 2010, "with": 181,
                "rate": 0.09, "difference": null, "advice": null, "text": "CONTROL: 9.0% of 2,010 persons."}]}],
             "beside": [], "problem": ""}""";

    static final String EXPERIMENTS = "[" + EXPERIMENT + "]";

    static final String MATURITY_BODY = """
            {"phases": {"awareness": "ANALYSIS", "service": "PREDICTIVE"}}""";

    static final String MATURITY = """
            {"phases": [{"key": "awareness", "title": "Awareness", "stage": "ANALYSIS", "next": "DESCRIPTIVE",
              "evidence": [{"stage": "STORAGE", "there": true, "text": "4,210 events in a year."}],
              "text": "Events are stored and looked at. Next: a figure that is measured regularly."}]}""";

    private ResultExamples() {}
}
