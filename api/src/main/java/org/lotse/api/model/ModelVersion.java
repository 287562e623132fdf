package org.lotse.api.model;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** A version of a model with all that is known of it, without its bytes. */
public record ModelVersion(
        String name,
        String version,
        State state,
        String definition,
        JsonNode report,
        JsonNode provenance,
        String madeBy,
        Instant madeAt,
        String changedBy,
        Instant changedAt) {
    /** How far a version has come. */
    public enum State {
        /** Trained; nobody uses it. */
        CANDIDATE,
        /** Runs beside the champion and is only watched. */
        SHADOW,
        /** Answers decisions. */
        CHAMPION,
        /** Was a champion before. */
        RETIRED
    }
}
