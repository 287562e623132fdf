package org.lotse.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lotse.api.Lotse;
import org.lotse.api.testing.Client;
import org.lotse.api.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class AccessIT {
    @LocalServerPort
    private int port;

    @Value("${spring.datasource.url}")
    private String database = "";

    @Test
    void probesAndMetricsNeedNoToken() {
        Client anybody = new Client(port, Map.of());

        assertThat(anybody.get("/livez").status()).isEqualTo(200);
        assertThat(anybody.get("/readyz").status()).isEqualTo(200);
        assertThat(anybody.get("/metrics").body()).contains("jvm_memory_used_bytes");
    }

    @Test
    void openApiDescribesTheEndpoints() {
        Client.Answer answer = new Client(port, Map.of()).get("/v3/api-docs");

        assertThat(answer.at("/openapi")).startsWith("3.1");
        assertThat(answer.json().get("paths").propertyNames())
                .contains("/v1/customers/{id}", "/v1/events", "/v1/jobs/{id}");
    }

    @Test
    void loginPageIsOfferedInBothLanguagesWithoutInlineScript() {
        Client.Answer english = new Client(port, Map.of()).get("/login");
        Client.Answer german = new Client(port, Map.of("Accept-Language", "de")).get("/login");

        assertThat(english.body()).containsIgnoringCase("sign in").doesNotContainPattern("<script(?![^>]*\\ssrc=)");
        assertThat(english.body()).doesNotContainPattern("\\son[a-z]+=\"");
        assertThat(german.body()).containsIgnoringCase("anmelden").doesNotContain("??");
        assertThat(english.header("Content-Security-Policy")).contains("script-src 'self'");
    }

    @Test
    void whoeverIsNotLoggedInTakesNoMemory() {
        Client anybody = new Client(port, Map.of("Accept", "text/html"));

        assertThat(cookies(anybody.get("/console/today?of=somebody"))).doesNotContain("JSESSIONID");
        assertThat(cookies(anybody.get("/no-such-page"))).doesNotContain("JSESSIONID");
        assertThat(cookies(anybody.get("/login")))
                .contains("XSRF-TOKEN", "HttpOnly")
                .doesNotContain("JSESSIONID");
    }

    private static String cookies(Client.Answer answer) {
        return String.join("; ", answer.headers().allValues("Set-Cookie"));
    }

    @Test
    void formWithoutItsTokenIsRefused() {
        Client.Answer answer = new Client(port, Map.of("Content-Type", "application/x-www-form-urlencoded"))
                .post("/login", "username=agent&password=demo-agent");

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void createdTokenOpensWhatItsScopesSay() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        System.setProperty("spring.datasource.url", database);
        int exit;
        try {
            exit = Lotse.run(
                    new PrintWriter(out, true),
                    new PrintWriter(err, true),
                    "token",
                    "create",
                    "--name",
                    "crm",
                    "--scopes",
                    "customers.read,customers.write");
        } finally {
            System.clearProperty("spring.datasource.url");
        }
        Client crm = Client.of(port, out.toString().strip());

        assertThat(exit).as(err.toString()).isZero();
        assertThat(crm.put("/v1/customers/t-1", "{\"attributes\": {}}").status())
                .isEqualTo(201);
        assertThat(crm.post("/v1/events", "[]").status()).isEqualTo(403);
    }
}
