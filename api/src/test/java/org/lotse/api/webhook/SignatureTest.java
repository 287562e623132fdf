package org.lotse.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTest {
    private static final Instant AT = Instant.ofEpochSecond(1_767_225_600);

    /** The same as: printf '1767225600.{"a":1}' | openssl dgst -sha256 -hmac 0123456789abcdef */
    @Test
    void isHmacSha256OverTimeAndBody() {
        assertThat(Signature.of("0123456789abcdef", AT, "{\"a\":1}"))
                .isEqualTo("t=1767225600,v1=539b0e21b535c5201ef7d1453c0a0de4ad132293226de9018be0cfbf0092faa6");
    }

    @Test
    void dependsOnKeyTimeAndBody() {
        String signed = Signature.of("0123456789abcdef", AT, "{}");

        assertThat(Signature.of("0123456789abcdeF", AT, "{}")).isNotEqualTo(signed);
        assertThat(Signature.of("0123456789abcdef", AT.plusSeconds(1), "{}")).isNotEqualTo(signed);
        assertThat(Signature.of("0123456789abcdef", AT, "{ }")).isNotEqualTo(signed);
    }

    @ParameterizedTest
    @CsvSource({
        "http://169.254.169.254/latest, LINK_LOCAL_REFUSED",
        "http://[fe80::1]/x, LINK_LOCAL_REFUSED",
        "http://[fd00:ec2::254]/x, LINK_LOCAL_REFUSED",
        "http://[::ffff:169.254.169.254]/x, LINK_LOCAL_REFUSED",
        "http://0.0.0.0/x, ADDRESS_REFUSED",
        "http://224.0.0.1/x, ADDRESS_REFUSED"
    })
    void isSentToNoAddressThatKeepsSecrets(URI url, String refusal) {
        assertThat(Target.refusal(url, false)).contains(refusal);
    }

    @Test
    void isSentToOrdinaryAddresses() {
        assertThat(Target.refusal(URI.create("http://127.0.0.1:8080/x"), false)).isEmpty();
        assertThat(Target.refusal(URI.create("http://10.1.2.3/x"), false)).isEmpty();
    }

    @Test
    void keepsItsKeyToItself() {
        var endpoint = new WebhookSettings.Endpoint(
                "dialler", URI.create("https://dialler.example/hook?token=t"), "0123456789abcdef", null);

        assertThat(endpoint).asString().isEqualTo("dialler at https://dialler.example");
        assertThatThrownBy(() -> new WebhookSettings.Endpoint("d", URI.create("https://d/x"), "short-secret", null))
                .hasMessageContaining("12 characters")
                .message()
                .doesNotContain("short-secret");
        assertThatThrownBy(() -> new WebhookSettings.Endpoint("d", URI.create("file:///etc"), "0123456789abcdef", null))
                .hasMessageContaining("neither http nor https");
    }
}
