package org.lotse.api.decision;

import java.util.List;
import java.util.Random;

/** Bodies of decision requests as nobody should send them: nearly right, oddly typed, contradictory, broken. */
final class Bodies {
    private static final List<String> FIELDS = List.of(
            "customerId",
            "subject",
            "channel",
            "direction",
            "limit",
            "context",
            "attributes",
            "at",
            "seed",
            "places",
            "nope",
            "",
            "a/b~c",
            "\\u0000");
    private static final List<String> TERMS = List.of(
            "reason",
            "mood",
            "contract",
            "monthly-charge",
            "tenure",
            "phone-consent",
            "churn",
            "clv",
            "lead-score",
            "kind",
            "nope",
            "Reason",
            "",
            "holder.clv",
            "a/b");
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1",
            "3",
            "51",
            "1e308",
            "1e999",
            "-1e999",
            "0.1",
            "1.5",
            "9223372036854775807",
            "9223372036854775808",
            "123456789012345678901234567890",
            "NaN",
            "Infinity",
            "-Infinity",
            "\"\"",
            "\" \"",
            "\"c-1\"",
            "\"c-2\"",
            "\"CALL_CENTRE\"",
            "\"EMAIL\"",
            "\"Telefon\"",
            "\"INBOUND\"",
            "\"OUTBOUND\"",
            "\"outbound\"",
            "\"CANCEL\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"c-1\\u0007\"",
            "\"'; drop table decision; --\"",
            "\"<script>alert(1)</script>\"",
            "\"../../etc/passwd\"",
            "\"%s%n\"",
            "\"{0}\"",
            "\"${jndi:ldap://x}\"",
            "\"2026-11-22T10:00:00Z\"",
            "\"2026-11-22\"",
            "\"2026-13-45T99:99:99Z\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "\"0000-01-01T00:00:00Z\"",
            "\"2026-03-29T02:30:00+01:00\"",
            "\"NaN\"",
            "\"Infinity\"",
            "\"1,5\"",
            "\"\\ud83d\\ude00\"",
            "\"\\u202e\"",
            "[]",
            "{}",
            "[1,2,3]",
            "[[[[[]]]]]",
            "{\"type\": \"customer\", \"id\": \"c-1\"}",
            "{\"type\": \"claim\", \"id\": \"x\"}",
            "{\"type\": 1}",
            "{\"a\": {\"b\": {\"c\": 1}}}");
    private static final List<String> PATHS = List.of(
            "next-best-action",
            "next-best-action",
            "next-best-action",
            "channel",
            "voucher",
            "service-level",
            "claim-triage",
            "case-assignment",
            "nope",
            "next-best-action%00",
            "%2e%2e");

    private final Random random;

    Bodies(Random random) {
        this.random = random;
    }

    String path() {
        return "/v1/decisions/" + one(PATHS);
    }

    String next() {
        return switch (random.nextInt(13)) {
            case 0 -> one(VALUES);
            case 1 -> broken(object());
            case 2 -> noise();
            case 3 -> "{\"customerId\": \"" + "x".repeat(random.nextInt(400)) + "\"}";
            case 4 -> "{\"customerId\": \"c-1\", \"context\": " + terms() + ", \"attributes\": " + terms() + "}";
            case 5 -> "{\"customerId\": \"c-1\", \"at\": " + one(VALUES) + ", \"seed\": " + one(VALUES) + "}";
            case 6 -> "{\"attributes\": " + terms() + "}";
            case 7 ->
                "{\"customerId\": \"c-1\", \"channel\": " + one(VALUES) + ", \"direction\": " + one(VALUES)
                        + ", \"limit\": " + one(VALUES) + "}";
            case 8 -> "{\"customerId\": \"c-1\"}" + one(List.of("", "", " ", "x", "{}", "\u0000"));
            case 9 -> deep(random.nextInt(3_000));
            case 10 -> "{\"customerId\": \"c-1\", \"limit\": " + (1 + random.nextInt(50)) + "}";
            default -> object();
        };
    }

    private String object() {
        StringBuilder body = new StringBuilder("{");
        int fields = random.nextInt(5);
        for (int field = 0; field < fields; field++) {
            body.append(field == 0 ? "" : ", ").append('"').append(one(FIELDS)).append("\": ");
            body.append(random.nextInt(3) == 0 ? terms() : one(VALUES));
        }
        return body.append('}').toString();
    }

    private String terms() {
        StringBuilder terms = new StringBuilder("{");
        int count = random.nextInt(4);
        for (int term = 0; term < count; term++) {
            terms.append(term == 0 ? "" : ", ")
                    .append('"')
                    .append(one(TERMS))
                    .append("\": ")
                    .append(one(VALUES));
        }
        return terms.append('}').toString();
    }

    private String broken(String body) {
        int at = random.nextInt(body.length() + 1);
        return random.nextBoolean()
                ? body.substring(0, at)
                : body.substring(0, at) + one(List.of(",", "}", "\"", "\\", "\u0000", "//", "'")) + body.substring(at);
    }

    private String noise() {
        StringBuilder noise = new StringBuilder();
        for (int at = 0; at < random.nextInt(60); at++) {
            noise.append((char) (random.nextInt(4) == 0 ? random.nextInt(0xD7FF) : 32 + random.nextInt(95)));
        }
        return noise.toString();
    }

    private static String deep(int levels) {
        return "{\"context\": " + "[".repeat(levels) + "]".repeat(levels) + "}";
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
