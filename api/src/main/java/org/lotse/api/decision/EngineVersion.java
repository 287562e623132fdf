package org.lotse.api.decision;

/**
 * Which build and which words answer.
 *
 * @param build the product's version
 * @param messages content hash of the message files reasons are worded with
 */
record EngineVersion(String build, String messages) {}
