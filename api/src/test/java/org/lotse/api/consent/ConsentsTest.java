package org.lotse.api.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.SubjectId;

class ConsentsTest {
    private static final ChannelKey EMAIL = new ChannelKey("EMAIL");
    private static final ChannelKey PHONE = new ChannelKey("CALL_CENTRE");
    private static final Set<ChannelKey> CHANNELS = Set.of(EMAIL, PHONE);
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TUESDAY = MONDAY.plusSeconds(86_400);
    private static final Instant WEDNESDAY = TUESDAY.plusSeconds(86_400);

    @Test
    void channelNobodyAskedAboutIsNotKnown() {
        Permissions permissions = permissions(List.of(consent(EMAIL, true, MONDAY)), List.of());

        assertThat(permissions.marketing()).containsOnlyKeys(EMAIL).containsEntry(EMAIL, true);
    }

    @Test
    void withdrawalEndsConsent() {
        Permissions permissions =
                permissions(List.of(consent(EMAIL, true, MONDAY), consent(EMAIL, false, TUESDAY)), List.of());

        assertThat(permissions.marketing()).containsEntry(EMAIL, false);
    }

    @Test
    void objectionEndsConsentOnEveryChannel() {
        Permissions permissions = permissions(
                List.of(consent(EMAIL, true, MONDAY), consent(PHONE, true, MONDAY)),
                List.of(new Consents.Objection(Purpose.MARKETING, Optional.empty(), TUESDAY)));

        assertThat(permissions.objectsTo(Purpose.MARKETING, EMAIL)).isTrue();
        assertThat(permissions.marketing()).containsEntry(EMAIL, false).containsEntry(PHONE, false);
    }

    @Test
    void laterConsentLiftsAnObjectionForItsChannelOnly() {
        Permissions permissions = permissions(
                List.of(consent(PHONE, true, MONDAY), consent(EMAIL, true, WEDNESDAY)),
                List.of(new Consents.Objection(Purpose.MARKETING, Optional.empty(), TUESDAY)));

        assertThat(permissions.objectsTo(Purpose.MARKETING, EMAIL)).isFalse();
        assertThat(permissions.objectsTo(Purpose.MARKETING, PHONE)).isTrue();
        assertThat(permissions.marketing()).containsEntry(EMAIL, true).containsEntry(PHONE, false);
    }

    @Test
    void objectionToOneChannelLeavesTheOthers() {
        Permissions permissions = permissions(
                List.of(consent(EMAIL, true, MONDAY), consent(PHONE, true, MONDAY)),
                List.of(new Consents.Objection(Purpose.MARKETING, Optional.of(PHONE), TUESDAY)));

        assertThat(permissions.marketing()).containsEntry(EMAIL, true).containsEntry(PHONE, false);
    }

    @Test
    void whoObjectedToAllMarketingAndAllowedOneChannelStillObjectsToTheOthers() {
        Permissions permissions = permissions(
                List.of(consent(EMAIL, true, WEDNESDAY)),
                List.of(new Consents.Objection(Purpose.MARKETING, Optional.empty(), TUESDAY)));

        assertThat(permissions.objectsTo(Purpose.MARKETING, EMAIL)).isFalse();
        assertThat(permissions.objectsTo(Purpose.MARKETING, PHONE))
                .as("nobody ever asked about the phone")
                .isTrue();
    }

    @Test
    void anObjectionEndsWhenItSaysSo() {
        Consents.Objection untilWednesday =
                new Consents.Objection(Purpose.MARKETING, Optional.empty(), MONDAY, Optional.of(WEDNESDAY));

        assertThat(RecordLedger.permissions(List.of(), List.of(untilWednesday), CHANNELS, TUESDAY)
                        .objectsTo(Purpose.MARKETING, EMAIL))
                .isTrue();
        assertThat(RecordLedger.permissions(List.of(), List.of(untilWednesday), CHANNELS, WEDNESDAY)
                        .objectsTo(Purpose.MARKETING, EMAIL))
                .isFalse();
    }

    @Test
    void ofMergedRecordsTheStricterOneHolds() {
        RecordLedger allows = record("a", List.of(consent(EMAIL, true, MONDAY)), List.of());
        RecordLedger refuses = record("b", List.of(consent(EMAIL, false, MONDAY)), List.of());
        RecordLedger silent = record("c", List.of(), List.of());

        assertThat(RecordLedger.permissions(List.of(allows, refuses), CHANNELS, WEDNESDAY)
                        .marketing())
                .containsEntry(EMAIL, false);
        assertThat(RecordLedger.permissions(List.of(allows, silent), CHANNELS, WEDNESDAY)
                        .marketing())
                .containsEntry(EMAIL, true);
    }

    @Test
    void whatIsSaidAfterTheMergeIsSaidForAllRecords() {
        RecordLedger objected =
                record("a", List.of(), List.of(new Consents.Objection(Purpose.MARKETING, Optional.empty(), MONDAY)));
        RecordLedger allowsBefore = record("b", List.of(consent(EMAIL, true, TUESDAY.minusSeconds(60))), List.of());
        RecordLedger allowsAfter = record("b", List.of(consent(EMAIL, true, WEDNESDAY)), List.of());

        assertThat(RecordLedger.permissions(List.of(objected, allowsBefore), CHANNELS, WEDNESDAY)
                        .objectsTo(Purpose.MARKETING, EMAIL))
                .isTrue();
        assertThat(RecordLedger.permissions(List.of(objected, allowsAfter), CHANNELS, WEDNESDAY)
                        .marketing())
                .containsEntry(EMAIL, true);
    }

    private static RecordLedger record(
            String id, List<Consents.Consent> consents, List<Consents.Objection> objections) {
        return new RecordLedger(SubjectId.customer(id), Optional.of(TUESDAY), consents, List.of(), objections);
    }

    private static Permissions permissions(List<Consents.Consent> consents, List<Consents.Objection> objections) {
        return RecordLedger.permissions(consents, objections, CHANNELS, WEDNESDAY);
    }

    private static Consents.Consent consent(ChannelKey channel, boolean granted, Instant at) {
        return new Consents.Consent(Purpose.MARKETING, channel, granted, at, Optional.empty());
    }
}
