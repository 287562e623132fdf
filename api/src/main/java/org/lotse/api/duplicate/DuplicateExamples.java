package org.lotse.api.duplicate;

/** Answers as the API's description shows them. */
final class DuplicateExamples {
    static final String BEGUN = """
            {"jobId": "0d4f5c1e-6b1a-4f0e-9a57-3f1d2c9b8a70"}""";

    static final String STANDING = """
            {"at": "2026-11-20T08:00:00Z", "records": 5000, "suspects": 212, "leftOut": 0,
             "states": {"OPEN": 180, "MERGED": 30, "DIFFERENT": 2}, "decisions": 32}""";

    static final String PAIR = """
            {"id": 17, "one": "c-45", "other": "c-812", "probability": 0.97, "likely": true, "state": "OPEN",
             "reasons": [{"field": "EMAIL", "agreement": "SAME", "speaks": "FOR", "text": "The same e-mail address."}],
             "rules": ["Both names and two further things of other kinds are the same."],
             "records": [{"field": "FAMILY_NAME", "title": "Family name", "one": "Müller", "other": "Mueller",
               "differs": true}]}""";

    static final String PAGE = """
            {"items": [
            """ + PAIR + """
            ], "next": "0.97_17"}""";

    static final String GOLDEN_RECORD = """
            {"customerId": "c-45", "leading": "c-45", "records": ["c-45", "c-812"], "fields": [
              {"term": "street", "title": "Street", "value": "Lindenstraße", "record": "c-812", "reason": "MOVED",
               "text": "The newer address, known since 2026-03-01: the person has moved.", "since": "2026-03-01T00:00:00Z",
               "others": [{"record": "c-45", "value": "Hauptstraße", "since": "2024-01-01T00:00:00Z"}]}],
             "outdated": [{"record": "c-45", "terms": ["street", "postal-code"], "text": "The address of c-45 is out of date."}]}""";

    private DuplicateExamples() {}
}
