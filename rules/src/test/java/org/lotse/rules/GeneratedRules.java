package org.lotse.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.lotse.rules.read.RuleBundle;

/** Bundles by chance: tables of points and of all three layers, channels, caps, hours, four actions. */
final class GeneratedRules {
    static final List<String> ACTIONS = List.of("credit", "care", "offer", "tip");
    /** Per column of a condition, its term and the values it may be compared with. */
    static final Map<String, List<String>> NUMBERS = Map.of(
            "score", List.of("-20", "0", "15", "40"),
            "other", List.of("1", "3", "7"),
            "fee", List.of("10", "30.50", "60", "200"),
            "churn", List.of("0.3", "0.5", "0.65"),
            "top", List.of("10", "25", "70"),
            "tickets", List.of("1", "3"));

    private static final String HEADER =
            "Key,Title en,Title de,Group,Purpose,Channels,Value,Cost if accepted,Effect,Uses,Uses if accepted,Model,Lever,Minimum margin,Valid from,Valid until\n";
    private static final List<String> HEADINGS = List.of(
            "Lead score from",
            "Lead score below",
            "Monthly charge above",
            "Churn risk from",
            "Churn risk up to",
            "Points from",
            "Points below",
            "Other score up to",
            "Percentile from",
            "Tickets from",
            "Contract is one of",
            "City is",
            "Other score is missing");

    private final Random random;

    GeneratedRules(Random random) {
        this.random = random;
    }

    RuleBundle bundle() {
        return Bundles.plain()
                .with("actions.csv", Bundles.bytes(actions()))
                .with("channels.csv", Bundles.bytes(channels()))
                .with("contact-policy.csv", Bundles.bytes(caps()))
                .with("settings.yaml", Bundles.bytes("""
                        company: Nordlicht
                        currency: EUR
                        zone: Europe/Berlin
                        fallback-action: care
                        retention: {service: {keep: 3y, basis: contract}, marketing: {keep: 2y, basis: consent}}
                        exploration: {default: 0}
                        prices: {call-slot: 2}
                        """))
                .with("tables/points.csv", Bundles.bytes(points()))
                .with("tables/layers.csv", Bundles.bytes(layers()));
    }

    private String actions() {
        StringBuilder csv = new StringBuilder(HEADER);
        for (String action : ACTIONS) {
            csv.append(String.join(
                            ",",
                            action,
                            action,
                            action,
                            random.nextBoolean() ? "retention" : "sales",
                            action.equals("care") || random.nextInt(3) == 0 ? "service" : "marketing",
                            pick("Telefon | EMAIL", "Telefon", "EMAIL"),
                            pick(
                                    "40",
                                    "calc [Monthly charge] * 2",
                                    "calc [Double charge] + [Points]",
                                    "calc 100 * [Churn risk]"),
                            pick("0", "5", "20"),
                            pick("uplift", "needs-offer"),
                            "",
                            pick("", "voucher-budget:20"),
                            "accept",
                            pick("1", "1.5"),
                            pick("", "2"),
                            "",
                            ""))
                    .append('\n');
        }
        return csv.toString();
    }

    private String channels() {
        return """
                Key,Title en,Title de,Contact cost,Uses,Consent term,Hours,Direction
                CALL_CENTRE,Call centre,Telefon,%s,call-slot:1,consent,Mon-Fri %s | Sa 9-18,both
                EMAIL,E-mail,E-Mail,0.10,,,,%s
                """.formatted(pick("1.50", "6.50"), pick("8-20", "13-20"), pick("outbound", "both"));
    }

    private String caps() {
        return "Scope,Limit,Window,Kind,Counts,Pause after,Pause,Direction,Note\n"
                + pick("", "channel:E-mail,2,7 days,rolling,all,,,outbound,\n")
                + pick("", "purpose:marketing,2,month,calendar,all,,,outbound,\n")
                + pick("", "group:retention,,,,,2 REJECTED within 180 days,90 days,,\n");
    }

    private String points() {
        StringBuilder csv = new StringBuilder("Table,points,Hit policy,sum,Subject,customer,Language,en\n"
                + "Name,Lead score from,Tickets from,Contract is one of,Churn risk from,=> Points\n");
        int rows = 1 + random.nextInt(4);
        for (int row = 0; row < rows; row++) {
            csv.append("p" + row)
                    .append(',')
                    .append(maybe(pick("0", "15", "40")))
                    .append(',')
                    .append(maybe("1"));
            csv.append(',')
                    .append(maybe(pick("monthly", "one year | none")))
                    .append(',')
                    .append(maybe("0.5"));
            csv.append(',')
                    .append(pick("5", "10", "\"calc min(20, [Other score] * 2)\"", "calc [Monthly charge] / 10"));
            csv.append('\n');
        }
        return csv.toString();
    }

    private String layers() {
        StringBuilder csv = new StringBuilder(
                "Table,layers,Hit policy,collect,Subject,customer,Language,en\nName,Action is one of,");
        csv.append(String.join(",", HEADINGS)).append(",=> Eligible,=> Applicable,=> Suitable\n");
        int rows = 3 + random.nextInt(9);
        for (int row = 0; row < rows; row++) {
            List<String> cells = new ArrayList<>(List.of("r" + row));
            cells.add(pick("credit", "care", "offer | tip", "credit | care | offer"));
            String before = "";
            for (String heading : HEADINGS) {
                boolean contradicts = before.length() > 5 && heading.startsWith(before.substring(0, 5));
                boolean filled = !contradicts && random.nextInt(6) == 0;
                cells.add(filled ? cell(heading) : "");
                before = filled ? heading : before;
            }
            int layer = random.nextInt(3);
            for (int each = 0; each < 3; each++) {
                cells.add(each == layer ? pick("yes", "yes", "no") : "");
            }
            csv.append(String.join(",", cells)).append('\n');
        }
        return csv.toString();
    }

    private String cell(String heading) {
        return switch (heading) {
            case "Lead score from", "Lead score below" -> of("score");
            case "Monthly charge above" -> of("fee");
            case "Churn risk from", "Churn risk up to" -> of("churn");
            case "Other score up to" -> of("other");
            case "Percentile from" -> of("top");
            case "Tickets from" -> of("tickets");
            case "Contract is one of" -> pick("monthly", "one year", "one year | none");
            case "City is" -> pick("Kiel", "Jena");
            case "Other score is missing" -> "yes";
            default -> pick("5", "10", "20");
        };
    }

    private String of(String term) {
        List<String> values = java.util.Objects.requireNonNull(NUMBERS.get(term), term);
        return values.get(random.nextInt(values.size()));
    }

    private String maybe(String text) {
        return random.nextBoolean() ? text : "";
    }

    private String pick(String... options) {
        return options[random.nextInt(options.length)];
    }
}
