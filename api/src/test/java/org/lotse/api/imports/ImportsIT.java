package org.lotse.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lotse.api.testing.Client;
import org.lotse.api.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class ImportsIT {
    private static final String CUSTOMERS = """
            name: it-customers
            decimal: comma
            missing: ["", "?"]
            subject: customer
            id: {column: Nr, prefix: %s}
            valid-from: {before-import: 90d}
            attributes:
              name: Name
              contract: {column: Contract, values: {M: MONTHLY, Y: ONE_YEAR}}
              monthly-charge: {column: Charge, convert: {from: USD, rate: 0.5, as-of: 2024-01-01}}
              born: {column: Born, format: dd.MM.yyyy}
              employees: {column: Staff, default: 0}
            consents:
              - {channel: EMAIL, granted: {column: Mail, values: {J: "yes", N: "no"}}, at: import-date, evidence: {value: CRM}}
            events:
              - {type: CHURNED, when: {column: Left, is: "1"}, at: {before-import: 1d}, id: {columns: [Nr], prefix: %sleft-}}
            """;
    private static final String HEADER = "Nr;Name;Contract;Charge;Born;Staff;Mail;Left";
    private static final String CALLS = """
            name: it-calls
            subject: customer
            id: {column: customer, prefix: itc-}
            skip-when: [{column: month, is-missing: true, because: "never called"}]
            valid-from: {columns: [month, day], format: "MMM EEE", first-year: 2008, week: 1, zone: UTC}
            attributes: {name: customer}
            events:
              - type: call
                at: {columns: [month, day], format: "MMM EEE", first-year: 2008, week: 1, zone: UTC, hour: 12, minus: {column: ago, unit: days}}
                id: {columns: [customer, $line], prefix: itc-, join: "-"}
                data: {result: {value: REACHED}, weekday: {of: weekday}, hour: {of: hour}}
              - type: purchase
                when: {column: pieces, above: 0}
                at: {columns: [month, day], format: "MMM EEE", first-year: 2008, week: 1, zone: UTC}
                data: {amount: {multiply: [pieces, price]}}
            """;

    @LocalServerPort
    private int port;

    @Value("${lotse.data}")
    private Path data;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void mappings() throws IOException {
        mapping("it-customers", CUSTOMERS.formatted("it-", "it-"));
        mapping("it-calls", CALLS);
    }

    @Test
    void everyLineOfASoundFileIsStoredOnce() throws IOException {
        SplittableRandom random = new SplittableRandom(11);
        List<String> lines = IntStream.range(0, 6_000)
                .mapToObj(number -> "s" + number + ";Name " + number + ";" + (random.nextBoolean() ? "M" : "Y") + ";"
                        + random.nextInt(10, 200) + ",50;24.12.1990;" + random.nextInt(5) + ";J;"
                        + (number % 4 == 0 ? "1" : "0"))
                .toList();

        JsonNode first = run("it-customers", gzip(HEADER + "\n" + String.join("\n", lines) + "\n"));
        JsonNode second = run("it-customers", gzip(HEADER + "\n" + String.join("\n", lines) + "\n"));

        assertThat(first.at("/result/accepted").asInt()).as(first.toString()).isEqualTo(6_000);
        assertThat(second.at("/result/accepted").asInt()).isEqualTo(6_000);
        assertThat(count("select count(*) from subject_version where id like 'it-s%'"))
                .isEqualTo(6_000);
        assertThat(count("select count(*) from event where id like 'it-left-s%'"))
                .isEqualTo(1_500);
        assertThat(count("select count(*) from consent where subject_id like 'it-s%'"))
                .isEqualTo(6_000);
    }

    @Test
    void damagedLinesAreNamedAndTheOthersKept() {
        JsonNode job = run(
                "it-customers",
                bytes(String.join(
                        "\n",
                        HEADER,
                        "d1;Ada;M;1.234,50;01.02.1990;;J;0",
                        "d2;Cut;M",
                        "d3;Word;M;12,3x;01.02.1990;;J;0",
                        "d4;Point;M;39.95;01.02.1990;;J;0",
                        "d5;Day;M;1,00;31.02.1990;;J;0",
                        "d6;Choice;W;1,00;01.02.1990;;J;0",
                        ";None;M;1,00;01.02.1990;;J;0",
                        "d8;\"Open;M;1,00;01.02.1990;;J;0",
                        "d9;\"Qu\"ote;M;1,00;01.02.1990;;J;0",
                        "d10;Null\0;M;1,00;01.02.1990;;J;0",
                        "d11;" + "x".repeat(1_200_000) + ";M;1,00;01.02.1990;;J;0",
                        "d12;High;M;5000,00;01.02.1990;;J;0",
                        "",
                        "d14;\"Two\nlines; one \"\"cell\"\"\";Y;2,00;?;7;N;1")));

        assertThat(problems(job))
                .containsExactly(
                        "3 CELL_COUNT ",
                        "4 WRONG_VALUE_TYPE_NUMBER /Charge",
                        "5 WRONG_VALUE_TYPE_NUMBER /Charge",
                        "6 UNREADABLE_TIME /Born",
                        "7 UNLISTED_VALUE /Contract",
                        "8 MISSING /Nr",
                        "9 UNCLOSED_QUOTE ",
                        "10 UNCLOSED_QUOTE ",
                        "11 NULL_CHARACTER ",
                        "12 LINE_TOO_LONG ",
                        "13 OUT_OF_RANGE /Charge");
        assertThat(job.at("/result/rejected/1/message").asString()).contains("12,3x");
        assertThat(job.at("/result/rejectedLines").asInt()).isEqualTo(11);
        assertThat(job.at("/result/accepted").asInt()).isEqualTo(2);
        assertThat(admin().get("/v1/customers/it-d1").body())
                .contains("\"born\":\"1990-02-01\"", "\"employees\":0", "\"monthly-charge\":617.25");
        assertThat(admin().get("/v1/customers/it-d14").body())
                .contains("Two\\nlines; one \\\"cell\\\"", "\"employees\":7")
                .doesNotContain("born");
        assertThat(admin().get("/v1/customers/it-d5").status()).isEqualTo(404);
    }

    @Test
    void damageDoesNotTouchWhatIsStored() throws IOException {
        run("it-customers", bytes(HEADER + "\nk1;Ada;M;10,00;01.02.1990;3;J;0\n"));
        byte[] packed = gzip(HEADER + "\nk1;Eve;M;10,00;01.02.1990;3;J;0\n");

        JsonNode damaged = run("it-customers", bytes(HEADER + "\nk1;Eve;M;10,0x;01.02.1990;3;J;0\n"));
        JsonNode cut = run("it-customers", java.util.Arrays.copyOf(packed, packed.length - 12));

        assertThat(problems(damaged)).containsExactly("2 WRONG_VALUE_TYPE_NUMBER /Charge");
        assertThat(cut.at("/state").asString()).isEqualTo("FAILED");
        assertThat(cut.at("/problem/errors/0/code").asString()).isEqualTo("DAMAGED_GZIP");
        assertThat(admin().get("/v1/customers/it-k1").body()).contains("Ada");
    }

    @Test
    void charsetIsFoundAndSaid() {
        String file = HEADER + "\r\nw1;Jürgen Müßig;M;10,00;01.02.1990;3;J;0\r\n";

        JsonNode windows = run("it-customers", file.getBytes(Charset.forName("windows-1252")));
        String asWindows = admin().get("/v1/customers/it-w1").body();
        JsonNode wide = run("it-customers", file.replace("w1", "w2").getBytes(StandardCharsets.UTF_16));
        JsonNode marked = run("it-customers", bytes("\uFEFF" + file.replace("w1", "w3")));

        assertThat(windows.at("/result/notes/0/code").asString()).isEqualTo("READ_AS");
        assertThat(asWindows).contains("Jürgen Müßig");
        assertThat(wide.at("/result/accepted").asInt()).as(wide.toString()).isEqualTo(1);
        assertThat(marked.at("/result/accepted").asInt()).as(marked.toString()).isEqualTo(1);
        assertThat(marked.at("/result/notes")).isEmpty();
        assertThat(admin().get("/v1/customers/it-w3").body()).contains("Jürgen Müßig");
    }

    @Test
    void timesWithoutAYearFollowTheOrderOfTheFile() {
        JsonNode job = run(
                "it-calls",
                bytes(String.join(
                        "\n",
                        "customer,month,day,ago,pieces,price",
                        "1,may,mon,0,2,1.5",
                        "2,,,,,",
                        "3,nov,fri,10,0,1",
                        "4,mar,tue,0,1,1",
                        "5,mar,tue,x,0,1")));

        assertThat(problems(job)).containsExactly("6 NO_WHOLE_NUMBER /ago");
        assertThat(job.at("/result/skipped/0/because").asString()).isEqualTo("never called");
        assertThat(job.at("/result/skipped/0/lines").asInt()).isEqualTo(1);
        assertThat(database.sql("""
                        select id || ' ' || to_char(time at time zone 'UTC', 'YYYY-MM-DD HH24') || ' ' || (data->>'weekday')
                               || ' ' || (data->>'hour')
                        from event where subject_id like 'itc-%' and type = 'call' order by id""").query(String.class).list())
                .containsExactly(
                        "itc-1-2 2008-05-05 12 1 12", "itc-3-4 2008-10-28 12 2 12", "itc-4-5 2009-03-03 12 2 12");
        assertThat(database.sql("select data->>'amount' from event where subject_id = 'itc-1' and type = 'purchase'")
                        .query(String.class)
                        .list())
                .containsExactly("3");
    }

    @Test
    void wrongMappingsSayWhere() throws IOException {
        mapping("it-wrong", "name: it-wrong\nsubject: customer\nid: Nr\nattributes: {tenur: T}\n");
        mapping("it-word", "name: it-word\nsubject: customer\nid: Nr\ndecimal: komma\n");
        mapping("it-of", "name: it-of\nsubject: customer\nid: Nr\nattributes: {tenure: {of: hour}}\n");
        mapping("it-yaml", "name: it-yaml\nsubject: customer\nsubject: claim\n");
        mapping(
                "it-channel",
                "name: it-channel\nsubject: customer\nid: Nr\nconsents: [{channel: E-MAIL, granted: C}]\n");

        assertThat(refused("it-none")).isEqualTo("/mapping UNKNOWN_MAPPING");
        assertThat(refused("it-wrong")).isEqualTo("/attributes/tenur UNKNOWN_TERM");
        assertThat(refused("it-word")).isEqualTo("/decimal UNKNOWN_WORD");
        assertThat(refused("it-of")).isEqualTo("/attributes/tenure/of ONLY_IN_EVENTS");
        assertThat(refused("it-yaml")).isEqualTo(" NO_YAML");
        assertThat(refused("it-channel")).isEqualTo("/consents/0/channel UNKNOWN_WORD");
        assertThat(run("it-customers", bytes("Nr;Name\n1;Ada\n"))
                        .at("/problem/errors/0/code")
                        .asString())
                .isEqualTo("MISSING_COLUMN");
        assertThat(send("it-customers", new byte[0]).status()).isEqualTo(400);
    }

    private String refused(String mapping) {
        Client.Answer answer = send(mapping, bytes("Nr\n1\n"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        return answer.at("/errors/0/pointer") + " " + answer.at("/errors/0/code");
    }

    private static List<String> problems(JsonNode job) {
        assertThat(job.at("/state").asString()).as(job.toString()).isEqualTo("DONE");
        return job.at("/result/rejected")
                .valueStream()
                .map(problem -> problem.get("line").asInt() + " "
                        + problem.get("code").asString() + " "
                        + problem.get("pointer").asString())
                .toList();
    }

    private JsonNode run(String mapping, byte[] file) {
        Client.Answer started = send(mapping, file);
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        JsonNode job = admin().get(started.header("Location")).json();
        for (int tries = 0; tries < 600 && !isOver(job); tries++) {
            pause();
            job = admin().get(started.header("Location")).json();
        }
        return job;
    }

    private static boolean isOver(JsonNode job) {
        return List.of("DONE", "FAILED", "CANCELLED").contains(job.at("/state").asString());
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Client.Answer send(String mapping, byte[] file) {
        return admin().with("Content-Type", "text/csv")
                .send("POST", "/v1/imports?mapping=" + mapping, HttpRequest.BodyPublishers.ofByteArray(file));
    }

    private long count(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    private void mapping(String name, String text) throws IOException {
        Files.createDirectories(data.resolve("imports"));
        Files.writeString(data.resolve("imports").resolve(name + ".yaml"), text);
    }

    private Client admin() {
        return Client.of(port, "demo-admin");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes(text));
        }
        return packed.toByteArray();
    }
}
