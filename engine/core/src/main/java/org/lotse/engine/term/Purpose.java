package org.lotse.engine.term;

/** What data may be used for. Service is always possible; marketing needs the term to say so. */
public enum Purpose {
    SERVICE,
    MARKETING
}
