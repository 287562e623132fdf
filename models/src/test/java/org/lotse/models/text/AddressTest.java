package org.lotse.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressTest {
    @Test
    void readsHowSomebodyIsAddressed() {
        assertThat(Address.of("Können Sie mir bitte Ihre Nummer geben?")).isEqualTo(Address.FORMAL);
        assertThat(Address.of("Kannst du mir deine Nummer geben?")).isEqualTo(Address.INFORMAL);
        assertThat(Address.of("Habt ihr morgen offen?")).isEqualTo(Address.INFORMAL);
        assertThat(Address.of("Sie waren das gestern.")).isEqualTo(Address.FORMAL);
    }

    @Test
    void saysUnknownWhereNobodyIsAddressed() {
        assertThat(Address.of("Die Lieferung kommt morgen, sie wurde schon verschickt."))
                .isEqualTo(Address.UNKNOWN);
        assertThat(Address.of("")).isEqualTo(Address.UNKNOWN);
    }
}
