package org.lotse.api.planning;

/** Requests and answers about routes as the API's description shows them; a test sends the requests. */
final class RouteExamples {
    static final String PROBLEM = """
            {"zone": "Europe/Berlin", "day": "2026-11-23",
             "travel": {"kind": "great-circle", "kmh": 50, "detour": 1.3},
             "places": [{"id": "home", "lat": 49.945, "lon": 11.575}, {"id": "mill", "lat": 50.1, "lon": 11.45},
                        {"id": "square", "lat": 49.98, "lon": 11.03}],
             "reps": [{"id": "kaya", "start": "home", "skills": ["electrics"],
                       "shift": {"from": "2026-11-23T08:00", "to": "2026-11-23T16:30", "overtimeMinutes": 30},
                       "breaks": [{"from": "2026-11-23T12:00", "to": "2026-11-23T13:30", "minutes": 30}]},
                      {"id": "lev", "start": "home", "skills": ["paint"],
                       "shift": {"from": "2026-11-23T09:00", "to": "2026-11-23T17:00"}}],
             "visits": [{"id": "wiring", "place": "mill", "serviceMinutes": 90, "skills": ["electrics"]},
                        {"id": "painting", "place": "mill", "serviceMinutes": 120, "skills": ["paint"],
                         "after": ["wiring"]},
                        {"id": "advice", "place": "square", "serviceMinutes": 45, "value": 120,
                         "windows": [{"from": "2026-11-23T10:00", "to": "2026-11-23T15:00"}]}],
             "objective": {"perMinute": 1, "perUnplanned": 200}, "disturbancePrice": 10}""";

    static final String DAY = """
            {"day": "2026-11-23", "days": 5}""";

    static final String PLAN = """
            {"planId": "7d1f0c52-6a7e-4f8b-9a51-1f0d3b2c4e5f", "kind": "ROUTES", "state": "DONE", "score": 151.2,
             "progress": 1.0, "day": "2026-11-23", "revision": 0,
             "plan": {"routes": [{"rep": "kaya", "shift": 0, "depart": "2026-11-23T08:00:00", "stops": [
                 {"visit": "wiring", "arrive": "2026-11-23T08:30:12", "start": "2026-11-23T08:30:12",
                  "leave": "2026-11-23T10:00:12"}], "rests": [], "back": "2026-11-23T10:30:24",
                 "travelMinutes": 60.4, "kilometres": 50.3}],
               "unplanned": [{"visit": "advice", "reason": "NOT_WORTH_THE_WAY",
                 "text": "The visit would fit but costs 121 more and is worth 120. Raise its value or make it mandatory to have it planned.",
                 "wouldHelp": [{"kind": "WORTH", "amount": 121.0, "text": "It would pay from a value of 121 on."}]}],
               "cost": 151.2, "travelMinutes": 60.4, "kilometres": 50.3, "feasible": true}}""";

    static final String SLOTS = """
            {"visit": "advice", "days": 3}""";

    static final String OFFERED = """
            [{"rep": "kaya", "shift": 0, "from": "2026-11-23T11:15:00", "to": "2026-11-23T12:00:00",
              "extraMinutes": 41.0, "extraCost": 41.0}]""";

    static final String APPOINTMENT = """
            {"visit": "advice", "rep": "kaya", "from": "2026-11-23T13:30"}""";

    static final String LATE = """
            {"kind": "LATE", "rep": "kaya", "until": "2026-11-23T09:15"}""";

    static final String EMERGENCY = """
            {"kind": "EMERGENCY",
             "visit": {"id": "burst-pipe", "place": "yard", "serviceMinutes": 30, "mandatory": true},
             "place": {"id": "yard", "lat": 49.96, "lon": 11.6}}""";

    static final String NO_SHOW = """
            {"kind": "NO_SHOW", "visit": "wiring"}""";

    static final String CHANGED = """
            {"planId": "7d1f0c52-6a7e-4f8b-9a51-1f0d3b2c4e5f", "revision": 1,
             "effect": {"moved": [{"visit": "wiring",
                 "before": {"rep": "kaya", "shift": 0, "start": "2026-11-23T08:30:12"},
                 "after": {"rep": "kaya", "shift": 0, "start": "2026-11-23T09:45:12"}, "price": 0.0}],
               "extraCost": 0.0, "broken": []},
             "plan": {"routes": [], "unplanned": [], "cost": 151.2, "travelMinutes": 60.4, "feasible": true}}""";

    static final String WHY = """
            {"visit": "painting", "reasons": [
               {"kind": "NOBODY_ELSE", "rep": "lev",
                "text": "Nobody but lev can make it: skills, room or its order with others rule everybody else out."},
               {"kind": "AFTER_OTHERS", "at": "2026-11-23T12:15:00", "visits": ["wiring"],
                "text": "It begins at 2026-11-23T12:15 because it comes after wiring, which is over by then."}]}""";

    private RouteExamples() {}
}
