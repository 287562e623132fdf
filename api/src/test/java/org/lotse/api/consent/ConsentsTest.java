package org.lotse.api.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.term.Purpose;

class ConsentsTest {
    private static final ChannelKey EMAIL = new ChannelKey("EMAIL");
    private static final ChannelKey PHONE = new ChannelKey("CALL_CENTRE");
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TUESDAY = MONDAY.plusSeconds(86_400);
    private static final Instant WEDNESDAY = TUESDAY.plusSeconds(86_400);

    @Test
    void channelNobodyAskedAboutIsNotKnown() {
        Permissions permissions = Consents.permissions(List.of(consent(EMAIL, true, MONDAY)), List.of());

        assertThat(permissions.marketing()).containsOnlyKeys(EMAIL).containsEntry(EMAIL, true);
    }

    @Test
    void withdrawalEndsConsent() {
        Permissions permissions =
                Consents.permissions(List.of(consent(EMAIL, true, MONDAY), consent(EMAIL, false, TUESDAY)), List.of());

        assertThat(permissions.marketing()).containsEntry(EMAIL, false);
    }

    @Test
    void objectionEndsConsentOnEveryChannel() {
        Permissions permissions = Consents.permissions(
                List.of(consent(EMAIL, true, MONDAY), consent(PHONE, true, MONDAY)),
                List.of(new Consents.Objection(Purpose.MARKETING, Optional.empty(), TUESDAY)));

        assertThat(permissions.objectsTo(Purpose.MARKETING, EMAIL)).isTrue();
        assertThat(permissions.marketing()).containsEntry(EMAIL, false).containsEntry(PHONE, false);
    }

    @Test
    void laterConsentLiftsAnObjectionForItsChannelOnly() {
        Permissions permissions = Consents.permissions(
                List.of(consent(PHONE, true, MONDAY), consent(EMAIL, true, WEDNESDAY)),
                List.of(new Consents.Objection(Purpose.MARKETING, Optional.empty(), TUESDAY)));

        assertThat(permissions.objectsTo(Purpose.MARKETING, EMAIL)).isFalse();
        assertThat(permissions.objectsTo(Purpose.MARKETING, PHONE)).isTrue();
        assertThat(permissions.marketing()).containsEntry(EMAIL, true).containsEntry(PHONE, false);
    }

    @Test
    void objectionToOneChannelLeavesTheOthers() {
        Permissions permissions = Consents.permissions(
                List.of(consent(EMAIL, true, MONDAY), consent(PHONE, true, MONDAY)),
                List.of(new Consents.Objection(Purpose.MARKETING, Optional.of(PHONE), TUESDAY)));

        assertThat(permissions.marketing()).containsEntry(EMAIL, true).containsEntry(PHONE, false);
    }

    private static Consents.Consent consent(ChannelKey channel, boolean granted, Instant at) {
        return new Consents.Consent(Purpose.MARKETING, channel, granted, at, Optional.empty());
    }
}
