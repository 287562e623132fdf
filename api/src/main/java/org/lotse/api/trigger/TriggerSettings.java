package org.lotse.api.trigger;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code lotse.triggers.*}.
 *
 * @param fresh how old an event may be to set anything off: what is imported later is history
 * @param absencesEvery how often silences are looked for
 * @param attempts how often a run is tried before it counts as failed
 * @param firstPause how long the first repetition waits; each further one waits twice as long
 * @param atOnce how many runs go on at the same time
 */
@ConfigurationProperties("lotse.triggers")
record TriggerSettings(
        @DefaultValue("1d") Duration fresh,
        @DefaultValue("1m") Duration absencesEvery,
        @DefaultValue("8") int attempts,
        @DefaultValue("5s") Duration firstPause,
        @DefaultValue("4") int atOnce) {}
