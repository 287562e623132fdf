package org.lotse.api.demo;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;

/**
 * Writes the demo company as files, so that there is an example of what a user's own import looks like:
 * {@code customers.csv} as a German CRM exports it (for {@code imports/nordlicht.yaml}), {@code customers.ndjson} for
 * {@code POST /v1/customers} and {@code events.ndjson}, CloudEvents, for {@code POST /v1/events}.
 */
public final class DemoFiles {
    /** The columns of customers.csv: heading and attribute, as imports/nordlicht.yaml maps them back. */
    static final Map<String, String> COLUMNS = new TreeMap<>(Map.ofEntries(
            Map.entry("Name", "name"),
            Map.entry("Kundenart", "kind"),
            Map.entry("PLZ", "postal-code"),
            Map.entry("Ort", "town"),
            Map.entry("Region", "region"),
            Map.entry("Breitengrad", "latitude"),
            Map.entry("Längengrad", "longitude"),
            Map.entry("Sprache", "language"),
            Map.entry("Wunschkanal", "preferred-channel"),
            Map.entry("Vertragsmonate", "tenure"),
            Map.entry("Vertrag", "contract"),
            Map.entry("Restmonate", "months-to-end"),
            Map.entry("Monatsbeitrag", "monthly-charge"),
            Map.entry("Gesamtbeiträge", "total-charges"),
            Map.entry("Zahlungsart", "payment-method"),
            Map.entry("Online-Rechnung", "paperless"),
            Map.entry("Internet", "internet"),
            Map.entry("Glasfaser verfügbar", "fibre-available"),
            Map.entry("Sicherheitspaket", "online-security"),
            Map.entry("Fernsehpaket", "streaming-tv"),
            Map.entry("Gerätealter", "device-age"),
            Map.entry("Datenverbrauch", "data-usage"),
            Map.entry("Beschäftigte", "employees"),
            Map.entry("Auftragspotenzial", "deal-value"),
            Map.entry("Offene Beschwerden", "open-complaints")));

    private DemoFiles() {}

    /** Writes the three files into a folder, which is made when it is not there. */
    public static void write(DemoCompany company, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Writer csv = writer(folder, "customers.csv")) {
            csv.write("Kundennummer;" + String.join(";", COLUMNS.keySet())
                    + ";Einwilligung Telefon;Einwilligung E-Mail;" + "Gekündigt am\n");
            for (DemoCustomer customer : company.customers()) {
                csv.write(row(customer));
            }
        }
        try (Writer ndjson = writer(folder, "customers.ndjson")) {
            for (DemoCustomer customer : company.customers()) {
                Map<String, Value> attributes = new TreeMap<>();
                customer.attributes().forEach((key, value) -> attributes.put(key.value(), value));
                ndjson.write("{\"id\":" + quoted(customer.id().id()) + ",\"attributes\":" + object(attributes) + "}\n");
            }
        }
        try (Writer ndjson = writer(folder, "events.ndjson")) {
            for (DemoCustomer customer : company.customers()) {
                for (Event event : customer.events()) {
                    ndjson.write(cloudEvent(event));
                }
            }
        }
    }

    private static Writer writer(Path folder, String name) throws IOException {
        return Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8);
    }

    private static String row(DemoCustomer customer) {
        Map<TermKey, Value> attributes = customer.attributes();
        StringBuilder row = new StringBuilder(customer.id().id());
        COLUMNS.values().forEach(key -> {
            Value value = attributes.get(new TermKey(key));
            row.append(';').append(value == null ? "" : cell(value));
        });
        row.append(';').append(allows(customer, "CALL_CENTRE") ? "J" : "N");
        row.append(';').append(allows(customer, "EMAIL") ? "J" : "N").append(';');
        customer.churnedAt().ifPresent(at -> {
            var day = at.atZone(DemoCompany.ZONE);
            row.append(String.format(
                    Locale.ROOT, "%02d.%02d.%d", day.getDayOfMonth(), day.getMonthValue(), day.getYear()));
        });
        return row.append('\n').toString();
    }

    private static boolean allows(DemoCustomer customer, String channel) {
        return customer.consents().stream()
                .filter(consent -> consent.channel().equals(channel))
                .reduce(false, (before, consent) -> consent.granted(), (a, b) -> b);
    }

    private static String cell(Value value) {
        return switch (value) {
            case Value.Num number -> number.toString().replace('.', ',');
            case Value.YesNo yes -> yes.value() ? "J" : "N";
            default -> value.toString();
        };
    }

    private static String cloudEvent(Event event) {
        return "{\"specversion\":\"1.0\",\"source\":\"nordlicht\",\"id\":" + quoted(event.id()) + ",\"type\":"
                + quoted(event.type()) + ",\"subject\":"
                + quoted(event.subject().toString()) + ",\"time\":\""
                + event.time() + "\",\"data\":" + object(new TreeMap<>(event.data())) + "}\n";
    }

    private static String object(Map<String, Value> fields) {
        StringBuilder json = new StringBuilder("{");
        fields.forEach((key, value) -> json.append(json.length() > 1 ? "," : "")
                .append(quoted(key))
                .append(':')
                .append(json(value)));
        return json.append('}').toString();
    }

    private static String json(Value value) {
        return switch (value) {
            case Value.Num number -> number.toString();
            case Value.YesNo yes -> Boolean.toString(yes.value());
            default -> quoted(value.toString());
        };
    }

    /** The generator's texts hold no control characters; quotes and backslashes are escaped. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
