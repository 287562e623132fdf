package org.lotse.api.demo;

import java.time.Instant;
import org.lotse.engine.term.SubjectId;

/**
 * An entry of the consent ledger, always about the purpose marketing.
 *
 * @param customer who
 * @param channel the key of the channel it is about
 * @param granted given, or withdrawn
 * @param at when
 * @param evidence where it was given or withdrawn
 */
public record DemoConsent(SubjectId customer, String channel, boolean granted, Instant at, String evidence) {}
