package org.lotse.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lotse.api.testing.Client;
import org.lotse.api.testing.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class ProblemsIT {
    @LocalServerPort
    private int port;

    @Test
    void withoutTokenIsAProblem() {
        Client.Answer answer = Client.of(port, "wrong").get("/v1/customers/c-1");

        assertProblem(answer, 401, "/problems/unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void missingScopeIsAProblemThatNamesIt() {
        Client.Answer answer = Client.of(port, "demo-rep").put("/v1/customers/c-1", "{\"attributes\": {}}");

        assertProblem(answer, 403, "/problems/forbidden");
        assertThat(answer.at("/detail")).contains("customers.write");
    }

    @Test
    void unknownPathIsAProblem() {
        assertProblem(admin().get("/v1/nothing"), 404, "/problems/not-found");
    }

    @Test
    void wrongMethodIsAProblem() {
        assertProblem(admin().send("DELETE", "/v1/events", ""), 405, "/problems/method-not-allowed");
    }

    @Test
    void wrongContentTypeIsAProblem() {
        assertProblem(
                admin().with("Content-Type", "text/plain").put("/v1/customers/c-1", "hello"),
                415,
                "/problems/unsupported-media-type");
    }

    @Test
    void brokenJsonIsAProblemThatNamesTheLine() {
        Client.Answer answer = admin().put("/v1/customers/c-1", "{\n \"attributes\": {");

        assertProblem(answer, 400, "/problems/malformed");
        assertThat(answer.at("/errors/0/message")).contains("2");
    }

    @Test
    void missingBodyIsAProblem() {
        assertProblem(admin().put("/v1/customers/c-1", ""), 400, "/problems/malformed");
    }

    @Test
    void unknownFieldIsNamedByItsPointer() {
        admin().put("/v1/customers/p-1", "{\"attributes\": {}}");

        Client.Answer answer = admin().put("/v1/customers/p-1/consents", "{\"chanel\": \"EMAIL\", \"granted\": true}");

        assertProblem(answer, 400, "/problems/invalid");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/chanel");
        assertThat(answer.at("/errors/0/code")).isEqualTo("UNKNOWN_FIELD");
        assertThat(answer.at("/errors/0/message")).contains("chanel").contains("channel");
    }

    @Test
    void missingFieldIsNamedByItsPointer() {
        admin().put("/v1/customers/p-1", "{\"attributes\": {}}");

        Client.Answer answer = admin().put("/v1/customers/p-1/consents", "{\"channel\": \"EMAIL\"}");

        assertProblem(answer, 400, "/problems/invalid");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/granted");
        assertThat(answer.at("/errors/0/code")).isEqualTo("MISSING");
    }

    @Test
    void wrongTypeIsNamedByItsPointer() {
        admin().put("/v1/customers/p-1", "{\"attributes\": {}}");

        Client.Answer answer =
                admin().put("/v1/customers/p-1/consents", "{\"channel\": \"EMAIL\", \"granted\": \"perhaps\"}");

        assertProblem(answer, 400, "/problems/invalid");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/granted");
    }

    @Test
    void wordsFollowTheCallersLanguage() {
        Client.Answer answer = admin().with("Accept-Language", "de-AT,de;q=0.9").get("/v1/customers/nobody");

        assertProblem(answer, 404, "/problems/unknown-subject");
        assertThat(answer.at("/title")).isEqualTo("Nicht bekannt");
        assertThat(answer.at("/detail")).contains("nobody");
    }

    @Test
    void wordsOfTheSecurityChainFollowTheCallersLanguageToo() {
        Client.Answer answer =
                Client.of(port, "wrong").with("Accept-Language", "de").get("/v1/customers/c-1");

        assertThat(answer.at("/title")).isEqualTo("Wer sind Sie?");
    }

    @Test
    void tooLargeBodyIsAProblem() {
        String body = "{\"attributes\": {\"name\": \"" + "x".repeat(3_000_000) + "\"}}";

        assertProblem(admin().put("/v1/customers/c-1", body), 413, "/problems/too-large");
    }

    @Test
    void traceIdOfTheCallerComesBack() {
        Client.Answer answer = admin().with("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .get("/v1/customers/nobody");

        assertThat(answer.at("/traceId")).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void pagesAskForALogin() {
        Client.Answer answer = new Client(port, java.util.Map.of("Accept", "text/html")).get("/somewhere");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/login");
    }

    @Test
    void unreadablePathIsAProblem() {
        Client.Answer answer = admin().get("/v1/customers/a%00b");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("Exception");
    }

    private Client admin() {
        return Client.of(port, "demo-admin");
    }

    private static void assertProblem(Client.Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.at("/type")).isEqualTo(type);
        assertThat(answer.at("/status")).isEqualTo(String.valueOf(status));
        assertThat(answer.at("/title")).isNotBlank();
        assertThat(answer.at("/detail")).isNotBlank();
        assertThat(answer.at("/instance")).startsWith("/v1/");
        assertThat(answer.at("/traceId")).hasSize(32);
        assertThat(answer.json().get("errors").isArray()).isTrue();
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("org.lotse");
    }
}
