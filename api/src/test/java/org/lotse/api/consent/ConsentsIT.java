package org.lotse.api.consent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lotse.api.testing.Client;
import org.lotse.api.testing.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class ConsentsIT {
    @LocalServerPort
    private int port;

    @Test
    void consentAndObjectionHoldAtOnce() {
        Client admin = Client.of(port, "demo-admin");
        admin.put("/v1/customers/a-1", "{\"attributes\": {}}");

        Client.Answer consent = admin.put(
                "/v1/customers/a-1/consents",
                "{\"purpose\": \"marketing\", \"channel\": \"EMAIL\", \"granted\": true, \"at\": \"2026-01-31T09:00:00+01:00\","
                        + " \"evidence\": \"form 7\"}");
        Client.Answer objection =
                admin.put("/v1/customers/a-1/objections", "{\"channel\": \"EMAIL\", \"at\": \"2026-02-01T09:00:00Z\"}");

        assertThat(consent.at("/marketing/EMAIL")).isEqualTo("true");
        assertThat(objection.at("/marketing/EMAIL")).isEqualTo("false");
        assertThat(admin.get("/v1/customers/a-1/consents").at("/objections/0")).isEqualTo("EMAIL");
    }

    @Test
    void objectionOfAnUnknownCustomerIsRefusedByName() {
        Client.Answer answer = Client.of(port, "demo-agent").put("/v1/customers/nobody/objections", "{}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.at("/detail")).contains("nobody");
    }
}
